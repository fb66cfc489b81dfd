import '../styles.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { atStep } from '../stories/atStep.ts';
import { ImportWizard } from '../wizard/ImportWizard.tsx';

test('the records of each kind are counted before anything is written', async () => {
  const screen = await render(<ImportWizard importer={await atStep('review')} />);
  await expect.element(screen.getByText(/Companies: 9 new, 2 changed/)).toBeVisible();
  await expect.element(screen.getByText(/Contacts: 9 new, 1 changed, 1 unchanged/)).toBeVisible();
});

test('a file of what is stored already leads to another file', async () => {
  const file = 'Företag;Orgnr;Ort\nNorrsken Bygg AB;556677-8899;Umeå\nKafé Kanel;556012-3456;Lund';
  const screen = await render(<ImportWizard importer={await atStep('review', { file })} />);
  await expect.element(screen.getByText('Everything here is already stored.')).toBeVisible();
  await screen.getByRole('button', { name: 'Import another file' }).click();
  await expect.element(screen.getByRole('heading', { name: 'Choose a file' })).toBeVisible();
});

test('leaving rows out keeps the focus in the list, and the new counts are said', async () => {
  const screen = await render(<ImportWizard importer={await atStep('review')} />);
  const before = screen.container.querySelectorAll('.importera-issue').length;
  await screen.getByRole('button', { name: 'Leave these rows out' }).first().click();
  await expect.element(screen.getByText(/^Now .*left out\.$/)).toBeInTheDocument();
  expect(screen.container.querySelectorAll('.importera-issue').length).toBeLessThan(before);
  await expect.element(screen.getByRole('tabpanel')).toHaveFocus();
});

test('deciding about the rest of the columns keeps the focus where the answer comes', async () => {
  const screen = await render(<ImportWizard importer={await atStep('match')} />);
  await screen.getByRole('button', { name: 'Do not import the rest' }).click();
  await expect.element(screen.getByRole('status').first()).toBeVisible();
  expect(document.activeElement?.textContent).toContain('All columns are dealt with.');
});
