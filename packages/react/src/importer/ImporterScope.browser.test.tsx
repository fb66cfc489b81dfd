import { createImporter, createSession, memoryAdapter } from '@importera/engine';
import type { Schema } from '@importera/engine';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { sv } from '../locales/sv.ts';
import { crm } from '../stories/crm.ts';
import { ImportWizard } from '../wizard/ImportWizard.tsx';

const { company } = crm.entities;
const swedish: Schema = {
  ...crm,
  entities: {
    ...crm.entities,
    company: {
      ...company,
      label: 'Företag',
      fields: { ...company?.fields, name: { ...company?.fields['name'], label: 'Företagsnamn' } },
    } as Schema['entities'][string],
  },
};

test('issues of rows that are read under a schema in another language name fields in the one here', async () => {
  const session = createSession({ schema: crm, adapter: memoryAdapter(crm) });
  const importer = createImporter({ schema: swedish, session });
  await importer.actions.openFile('Company name,City,E-mail\n,Lund,a@x.example\n', 'a.csv');
  while (importer.getState().step !== 'review') await importer.actions.next();
  const screen = await render(<ImportWizard importer={importer} locale={sv} />);
  await expect
    .element(screen.getByRole('tabpanel').getByText(/^Företagsnamn är tomt/))
    .toBeVisible();
});

test('an open import follows the language, in the middle of matching', async () => {
  const importer = createImporter({ schema: crm, adapter: memoryAdapter(crm) });
  await importer.actions.openFile('Company name,City\nAcme,Lund\n', 'a.csv');
  const screen = await render(<ImportWizard importer={importer} />);
  const picker = screen.getByRole('combobox', { name: /^Field for Company name/ });
  await expect.element(picker).toHaveAccessibleName('Field for Company name: Company name');
  importer.setSchema(swedish);
  await expect.element(picker).toHaveAccessibleName('Field for Company name: Företagsnamn');
  await expect.element(screen.getByRole('definition').first()).toHaveTextContent('Acme');
});

test('an importer of the wizard takes over the schema it is given anew', async () => {
  const adapter = memoryAdapter(crm);
  const screen = await render(<ImportWizard schema={crm} adapter={adapter} />);
  const needs = screen.getByRole('listitem').filter({ hasText: 'Required' });
  await expect.element(needs.first()).toHaveTextContent('Company nameRequired');
  await screen.rerender(<ImportWizard schema={swedish} adapter={adapter} locale={sv} />);
  const inSwedish = screen.getByRole('listitem').filter({ hasText: 'Krävs' });
  await expect.element(inSwedish.first()).toHaveTextContent('FöretagsnamnKrävs');
});
