import '../styles.css';
import { memoryAdapter } from '@importera/engine';
import type { PersistenceAdapter } from '@importera/engine';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { ImportHub } from '../hub/ImportHub.tsx';
import { atStep } from '../stories/atStep.ts';
import { crm, storedRecords } from '../stories/crm.ts';
import { listed, storyDirectory } from '../stories/directory.ts';
import { ImportWizard } from '../wizard/ImportWizard.tsx';

test('before the first row is done, the wizard and the list say the same, and no share', async () => {
  let goOn = (): void => {};
  const memory = memoryAdapter(crm, { records: storedRecords });
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const adapter: PersistenceAdapter = {
    ...memory,
    write: (batch, context) => held.then(() => memory.write(batch, context)),
  };
  const file = 'Company name\nEtt AB\nTvå AB';
  const importer = await atStep('review', { file, adapter });
  void importer.actions.start();
  const progress = { rowsDone: 0, rowsTotal: 2, written: 0, rejected: 0, rate: 0 };
  const entry = listed({ status: 'running', rows: 2, progress, finishedAt: null });
  const screen = await render(
    <>
      <ImportWizard importer={importer} />
      <ImportHub directory={storyDirectory([entry])} schemas={[crm]} />
    </>,
  );
  await expect.poll(() => screen.getByText('Checking the rows…').elements().length).toBe(2);
  expect(screen.getByText('2 rows', { exact: true }).elements().length).toBe(2);
  expect(screen.getByText(/0 ?%|0 of 2/).query()).toBeNull();
  expect(screen.getByRole('progressbar').query()).toBeNull();
  goOn();
  await expect.element(screen.getByText('Everything is imported')).toBeVisible();
});
