import '../styles.css';
import { memoryAdapter } from '@importera/engine';
import type { Importer, ImportSession, PersistenceAdapter, Report } from '@importera/engine';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { atStep } from '../stories/atStep.ts';
import { sv } from '../locales/sv.ts';
import { crm, storedRecords } from '../stories/crm.ts';
import { ImportWizard } from '../wizard/ImportWizard.tsx';

test('an error file, corrected and opened again, merges into the same import', async () => {
  const importer = await atStep('result');
  const screen = await render(<ImportWizard importer={importer} />);
  await expect.element(screen.getByRole('button', { name: /7 not taken/ })).toBeVisible();
  const errors = await (await importer.session.errorFile('csv')).text();
  const corrected = errors.replace('556555-2', '556555-2222').replace('2024-02-30', '2024-02-29');
  const input = screen.container.querySelector('.importera-correct input');
  if (input === null) throw new Error('There is no place for a corrected file.');
  await userEvent.upload(input, new File([corrected], 'errors.csv', { type: 'text/csv' }));
  await screen.getByRole('button', { name: 'Import the corrected ones' }).click();
  await expect.element(screen.getByRole('button', { name: /5 not taken/ })).toBeVisible();
});

test('a corrected file tells which written rows it came too late for, also after the next run', async () => {
  const importer = await atStep('result');
  const screen = await render(<ImportWizard importer={importer} />);
  const errors = await (await importer.session.errorFile('csv')).text();
  const upload = async (text: string): Promise<void> => {
    const input = screen.container.querySelector('.importera-correct input');
    if (input === null) throw new Error('There is no place for a corrected file.');
    await userEvent.upload(input, new File([text], 'errors.csv', { type: 'text/csv' }));
  };
  await upload(errors);
  await expect.element(screen.getByText(/^Nothing was changed in that file/)).toBeVisible();
  await upload(errors.replace('556555-2', '556555-2222'));
  await expect.element(screen.getByText('1 cell corrected')).toBeVisible();
  const again = screen.getByRole('button', { name: 'Import the corrected ones' });
  await again.click();
  await expect.element(screen.getByRole('button', { name: /6 not taken/ })).toBeVisible();
  await upload(errors.replace('556555-2', '556555-9999').replace('2024-02-30', '2024-02-29'));
  await expect.element(screen.getByText(/^Row \d+ was written already$/)).toBeVisible();
  await expect.element(screen.getByText('1 cell corrected')).toBeVisible();
  await again.click();
  await expect.element(screen.getByRole('button', { name: /5 not taken/ })).toBeVisible();
  await expect.element(screen.getByText(/^Row \d+ was written already$/)).toBeVisible();
  expect(screen.getByRole('grid').getByText('556555-9999').query()).toBeNull();
});

test('corrections are still to be imported when the result is shown anew', async () => {
  const importer = await atStep('result');
  importer.dispatch({ type: 'cell-edited', row: 2, column: 0, value: 'Mended' });
  const screen = await render(<ImportWizard importer={importer} />);
  await expect
    .element(screen.getByRole('button', { name: 'Import the corrected ones' }))
    .toBeEnabled();
});

test('what was typed for a written row elsewhere is not shown as if it were stored', async () => {
  const importer = await atStep('result');
  importer.dispatch({ type: 'cell-edited', row: 4, column: 0, value: 'A lie' });
  const screen = await render(<ImportWizard importer={importer} />);
  await expect
    .element(screen.getByRole('grid').getByText('Norrsken Bygg AB').first())
    .toBeVisible();
  expect(screen.getByText('A lie').query()).toBeNull();
});

test.each([
  [
    'create',
    false,
    'Everything is imported',
    /^1 row is written\. It/,
    'Created Company',
    'A new one was created.',
  ],
  [
    'skip',
    true,
    '0 of 1 row imported',
    /^0 rows are written, 1 left out\. It/,
    'Company: left out',
    'It was left out.',
  ],
] as const)(
  'a row that fits several records says what was done about it: %s',
  async (...[ambiguous, isLeftOut, title, counts, did, done]) => {
    const file = 'Company name;Org. number\nFjord Data;559900-1122';
    const importer = await atStep('review', { file });
    const state = importer.getState();
    if (state.step !== 'review') throw new Error('It is not at the review.');
    importer.dispatch({ type: 'policy-changed', policy: { ...state.recipe.policy, ambiguous } });
    await importer.actions.replan();
    await importer.actions.start();
    const screen = await render(<ImportWizard importer={importer} />);
    await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
    await expect.element(screen.getByText(counts)).toBeVisible();
    const grid = screen.getByRole('grid');
    const said = '2 stored records match this row: Fjord Data (Oslo), Fjord Data (Bergen).';
    await expect.element(grid.getByText(`${did} · ${said} ${done}`, { exact: true })).toBeVisible();
    expect(screen.getByText(/Choose in the settings/).query()).toBeNull();
    const chip = screen.getByRole('button', { name: '1 left out' });
    const head = screen.container.querySelector('.importera-result-head');
    expect(head?.getAttribute('data-state')).toBe(isLeftOut ? 'partial' : 'success');
    if (!isLeftOut) return expect(chip.query()).toBeNull();
    await chip.click();
    await expect.element(grid).toHaveAttribute('aria-rowcount', '2');
  },
);

test('rows left out by hand are not told as imported', async () => {
  const file = 'Company name;Org. number\nEtt AB;556000-0001\nTvå AB;556000-0002';
  const importer = await atStep('review', { file });
  importer.dispatch({ type: 'row-excluded', row: 3, excluded: true });
  await importer.actions.replan();
  await importer.actions.start();
  const screen = await render(<ImportWizard importer={importer} locale={sv} />);
  await expect
    .element(screen.getByRole('heading', { name: '1 av 2 rader importerade' }))
    .toBeVisible();
  await expect.element(screen.getByText(/^1 rad är skriven, 1 utelämnad\. Det/)).toBeVisible();
});

test('rows that failed while they were written can be tried again as they are', async () => {
  let isDown = true;
  const memory = memoryAdapter(crm, { records: storedRecords });
  const adapter: PersistenceAdapter = {
    ...memory,
    write: (batch, context) =>
      isDown ? Promise.reject(new Error('disk error')) : memory.write(batch, context),
  };
  const importer = await atStep('result', { adapter });
  isDown = false;
  const screen = await render(<ImportWizard importer={importer} />);
  await screen.getByRole('button', { name: 'Import the rest' }).click();
  await expect.element(screen.getByRole('button', { name: /7 not taken/ })).toBeVisible();
});

test('an error file has its reasons in the language the wizard is shown in', async () => {
  const importer = await atStep('result');
  const made: Promise<Blob>[] = [];
  const session: ImportSession = Object.assign(Object.create(importer.session), {
    errorFile(...asked: Parameters<ImportSession['errorFile']>): Promise<Blob> {
      const file = importer.session.errorFile(...asked);
      made.push(file);
      return file;
    },
  });
  const here = { ...importer, session };
  const screen = await render(<ImportWizard importer={here} locale={sv} />);
  await screen.getByRole('button', { name: 'Rader som inte togs, som .csv' }).click();
  await screen.rerender(<ImportWizard importer={here} />);
  await screen.getByRole('button', { name: 'Rows not taken as .csv' }).click();
  const [swedish, english] = await Promise.all(made.map(async (file) => await (await file).text()));
  expect(swedish).toContain('”2024-02-30” är ingen dag i kalendern');
  expect(english).toContain('“2024-02-30” is no day of the calendar');
});

test('an error file that can not be made is an error to be seen', async () => {
  const importer = await atStep('result');
  const session = { ...importer.session, errorFile: () => Promise.reject(new Error('no room')) };
  const screen = await render(<ImportWizard importer={{ ...importer, session }} />);
  await screen.getByRole('button', { name: /\.csv/ }).click();
  await expect.element(screen.getByRole('alert').getByText(/no room/)).toBeVisible();
});

test('a corrected cell of the result is checked at once, and imported as it was shown', async () => {
  const importer = await atStep('result');
  const screen = await render(<ImportWizard importer={importer} />);
  await screen.getByRole('button', { name: /7 not taken/ }).click();
  const grid = screen.getByRole('grid');
  await expect.element(grid).toHaveAttribute('aria-rowcount', '8');
  const correct = async (before: string, after: string): Promise<void> => {
    await userEvent.dblClick(grid.getByText(before, { exact: true }));
    await userEvent.keyboard(`{Control>}a{/Control}${after}{Enter}`);
  };
  await correct('556555-2', '556555-3');
  await expect.element(grid.getByText(/“556555-3” is not written as/).first()).toBeVisible();
  await correct('556555-3', '556555-2222');
  await expect.element(grid.getByText('Creates Company and Contact')).toBeVisible();
  await expect.element(grid.getByText('New', { exact: true })).toBeVisible();
  await screen.getByRole('button', { name: 'Import the corrected ones' }).click();
  await expect.element(screen.getByRole('button', { name: /6 not taken/ })).toBeVisible();
});

test('an error file of something else is refused, and nothing is lost', async () => {
  const importer = await atStep('result');
  const screen = await render(<ImportWizard importer={importer} />);
  const input = screen.container.querySelector('.importera-correct input');
  if (input === null) throw new Error('There is no place for a corrected file.');
  await userEvent.upload(input, new File(['a,b\n1,2'], 'other.csv', { type: 'text/csv' }));
  await expect
    .element(screen.getByRole('alert').getByText(/not the error file of this import/))
    .toBeVisible();
  await expect.element(screen.getByRole('button', { name: /7 not taken/ })).toBeVisible();
});

test('the rest of an import cancelled at once can be imported before its rows are at hand', async () => {
  const importer = await atStep('review');
  const run = importer.actions.start();
  importer.actions.cancel();
  await run;
  const rows = (): Promise<never> => new Promise(() => {});
  const screen = await render(<ImportWizard importer={{ ...importer, rows }} />);
  await screen.getByRole('button', { name: 'Import the rest' }).click();
  await expect.poll(() => importer.getState()).toMatchObject({ report: { status: 'completed' } });
});

test('undo says how many records go and how many are put back, and the rows say that it was done', async () => {
  const importer = await atStep('result');
  const { created, updated } = reportOf(importer);
  const screen = await render(<ImportWizard importer={importer} />);
  await screen.getByRole('button', { name: 'Undo import' }).click();
  const dialog = screen.getByRole('alertdialog');
  await expect.element(dialog.getByText(/^Removed/)).toBeVisible();
  expect(countsIn(dialog.element())).toEqual({
    Removed: String(total(created)),
    'Put back': String(total(updated)),
    Kept: '0',
  });
  await dialog.getByRole('button', { name: 'Undo import' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  const grid = screen.getByRole('grid');
  await expect.element(grid.getByText('Undone').first()).toBeVisible();
  await expect.element(grid.getByText('Taken back: Company and Contact').first()).toBeVisible();
  expect(grid.getByText(/^(Written|Created|Updated)/).query()).toBeNull();
  expect(screen.getByRole('button', { name: /written/ }).query()).toBeNull();
  expect(countsIn(screen.container)).toEqual({
    Removed: String(total(created)),
    'Put back': String(total(updated)),
    Kept: '0',
  });
});

test('where undo kept some records, no row is told as undone for certain', async () => {
  const memory = memoryAdapter(crm, { records: storedRecords });
  const undo = { reversed: 3, kept: 1, failed: 2 };
  const adapter: PersistenceAdapter = { ...memory, undo: () => Promise.resolve(undo) };
  const importer = await atStep('result', { adapter });
  await importer.actions.undoImport();
  const screen = await render(<ImportWizard importer={importer} />);
  await expect.element(screen.getByRole('grid').getByText('Undone or kept').first()).toBeVisible();
  expect(countsIn(screen.container)).toEqual({
    'Taken back': '3',
    Kept: '1',
    'Not possible': '2',
  });
});

function reportOf(importer: Importer): Report {
  const state = importer.getState();
  if (state.step !== 'result') throw new Error('The import has not ended.');
  return state.report;
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The numbers of an undo by their labels. */
function countsIn(container: Element): Readonly<Record<string, string>> {
  const lines = [...container.querySelectorAll('.importera-undo-counts > div')];
  return Object.fromEntries(
    lines.map((line) => [
      line.querySelector('dt')?.firstChild?.textContent?.trim() ?? '',
      line.querySelector('dd')?.textContent ?? '',
    ]),
  );
}
