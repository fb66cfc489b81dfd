import '../styles.css';
import type { Importer } from '@importera/engine';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { atStep } from '../stories/atStep.ts';
import { ImportWizard } from '../wizard/ImportWizard.tsx';

const FILE = 'Company name;Org. number\nEtt AB;556000-0001\n;556000-0002\nTre AB;55x';

test('review: a cell put right while the plan is made anew is part of what is started', async () => {
  const importer = await atStep('review', { file: FILE });
  const screen = await render(<ImportWizard importer={importer} />);
  const { begun, go } = heldUp(importer);
  importer.dispatch({ type: 'cell-edited', row: 2, column: 0, value: 'Ett Nytt AB' });
  await begun;
  importer.dispatch({ type: 'cell-edited', row: 3, column: 0, value: 'Two AB' });
  go();
  const start = screen.getByRole('button', { name: /Start import/ });
  await expect.element(start).toBeEnabled();
  await start.click();
  await expect.poll(() => importer.getState().step, { timeout: 10_000 }).toBe('result');
  expect(await outcomes(importer)).toEqual([
    [2, 'Ett Nytt AB', 'written'],
    [3, 'Two AB', 'written'],
    [4, 'Tre AB', 'rejected'],
  ]);
});

test('result: of two cells put right while the first is checked, the second is checked too', async () => {
  const importer = await atStep('result', { file: FILE });
  await render(<ImportWizard importer={importer} />);
  const { begun, go } = heldUp(importer);
  importer.dispatch({ type: 'cell-edited', row: 4, column: 1, value: '556000-0003' });
  await begun;
  importer.dispatch({ type: 'cell-edited', row: 3, column: 0, value: 'Two AB' });
  go();
  const planned = async (): Promise<unknown> => {
    const { rows } = await importer.rows({ offset: 0, limit: 10 });
    return rows.map(({ row, planned: { status } }) => [row, status]);
  };
  await expect.poll(planned, { timeout: 10_000 }).toEqual([
    [2, 'create'],
    [3, 'create'],
    [4, 'create'],
  ]);
});

test('result: a cell put right while the corrected ones are checked is imported with them', async () => {
  const importer = await atStep('result', { file: FILE });
  const screen = await render(<ImportWizard importer={importer} />);
  importer.dispatch({ type: 'cell-edited', row: 4, column: 1, value: '556000-0003' });
  const { begun, go } = heldUp(importer);
  await screen.getByRole('button', { name: 'Import the corrected ones' }).click();
  await begun;
  importer.dispatch({ type: 'cell-edited', row: 3, column: 0, value: 'Two AB' });
  go();
  await expect
    .poll(() => importer.getState(), { timeout: 10_000 })
    .toMatchObject({ step: 'result', reports: [{}, {}] });
  expect(await outcomes(importer)).toMatchObject([
    [2, 'Ett AB', 'written'],
    [3, 'Two AB', 'written'],
    [4, 'Tre AB', 'written'],
  ]);
});

/** Lets the next plan wait: it tells when it is begun, and goes on when it is let go. */
function heldUp({ session }: Importer): { readonly begun: Promise<void>; readonly go: () => void } {
  const plan = session.plan.bind(session);
  let go = (): void => {};
  let isBegun = (): void => {};
  const begun = new Promise<void>((resolve) => (isBegun = resolve));
  let held: Promise<void> | null = new Promise((resolve) => (go = resolve));
  session.plan = async (recipe, onProgress, signal) => {
    const late = held;
    held = null;
    isBegun();
    await late;
    onProgress?.({ rowsDone: 1, rowsTotal: 3 });
    return await plan(recipe, onProgress, signal);
  };
  return { begun, go: () => go() };
}

async function outcomes(importer: Importer): Promise<unknown> {
  const { rows } = await importer.rows({ offset: 0, limit: 10 });
  return rows.map(({ row, cells, outcome }) => [row, cells[0], outcome?.status]);
}
