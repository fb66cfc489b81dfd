import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnMapping } from '../mapping/Mapping.ts';
import { DEFAULT_POLICY } from '../plan/Plan.ts';
import type { PlanSummary } from '../plan/Plan.ts';
import type { Report } from '../report/Report.ts';
import { deepFreeze } from '../testing/deepFreeze.ts';
import type { EditingState, ImporterEvent, ImporterState } from './ImporterState.ts';
import { initialState, reduceImporter } from './reduceImporter.ts';
import type { TableInfo } from './Session.ts';

describe('reduceImporter', () => {
  test('opens a file at the match step, or at the table step when something is doubtful', () => {
    expect(open().step).toBe('match');
    expect(open({ doubtful: true }).step).toBe('table');
  });

  test('keeps what was decided when the person goes back to the file and forward again', () => {
    const mapped = run(open(), ignored(0));
    const back = run(mapped, { type: 'step-entered', step: 'file' });
    expect(back).toMatchObject({ step: 'file', fileName: 'a.csv' });
    const forward = run(back, { type: 'step-entered', step: 'match' });
    expect(recipeOf(forward)).toEqual(recipeOf(mapped));
  });

  test('keeps the earlier decisions when another file cannot be opened', () => {
    const mapped = run(open(), ignored(0));
    const state = run(
      mapped,
      { type: 'step-entered', step: 'file' },
      { type: 'file-chosen', fileName: 'broken.xlsx' },
      { type: 'failed', error: { code: 'file-corrupt', message: 'broken', params: {} } },
    );
    expect(state).toMatchObject({ step: 'file', status: 'idle', error: { code: 'file-corrupt' } });
    expect(recipeOf(run(state, { type: 'step-entered', step: 'match' }))).toEqual(recipeOf(mapped));
  });

  test('a change of the recipe makes the plan void, undo brings the recipe back', () => {
    const planned = run(open(), { type: 'step-entered', step: 'review' }, planReady);
    expect(planned).toMatchObject({ plan: { status: 'ready', revision: 1 } });
    const edited = run(planned, { type: 'cell-edited', row: 2, column: 0, value: 'x' });
    expect(edited).toMatchObject({ plan: { status: 'none' } });
    expect(recipeOf(run(edited, { type: 'undone' }))).toEqual(recipeOf(planned));
    expect(recipeOf(run(edited, { type: 'undone' }, { type: 'redone' }))).toEqual(recipeOf(edited));
  });

  test('a later edit of a cell replaces the earlier one', () => {
    const state = run(
      open(),
      { type: 'cell-edited', row: 2, column: 0, value: 'a' },
      { type: 'cell-edited', row: 2, column: 0, value: 'b' },
    );
    expect(recipeOf(state).edits).toEqual([{ row: 2, column: 0, value: 'b' }]);
  });

  test('another field for a column drops its match tick and its value map', () => {
    const before = run(
      open(),
      { type: 'match-changed', column: 0, match: true },
      { type: 'value-mapped', column: 0, text: 'N/A', value: null },
    );
    expect(recipeOf(before).columns[0]).toMatchObject({ match: true, values: [['N/A', null]] });
    const target = { kind: 'field', entity: 'contact', field: 'name' } as const;
    const after = run(before, { type: 'column-mapped', column: 0, target });
    expect(recipeOf(after).columns[0]).toMatchObject({ target, match: false, values: [] });
  });

  test('starts only from a review whose plan is ready', () => {
    expect(run(open(), { type: 'import-started' }).step).toBe('match');
    const review = run(open(), { type: 'step-entered', step: 'review' });
    expect(run(review, { type: 'import-started' }).step).toBe('review');
    expect(run(review, planReady, { type: 'import-started' }).step).toBe('import');
  });

  test('a finished import can be corrected and started again; the reports add up', () => {
    const result = run(
      open(),
      { type: 'step-entered', step: 'review' },
      planReady,
      { type: 'import-started' },
      { type: 'import-finished', report },
      { type: 'cell-edited', row: 2, column: 0, value: 'mended' },
      planReady,
      { type: 'import-started' },
      { type: 'import-finished', report },
    );
    expect(result).toMatchObject({ step: 'result', reports: [report, report] });
  });

  test('a result tells which corrections were part of its run', () => {
    const edit = (value: string): ImporterEvent => ({
      type: 'cell-edited',
      row: 2,
      column: 0,
      value,
    });
    const first = run(
      open(),
      edit('before'),
      { type: 'step-entered', step: 'review' },
      planReady,
      { type: 'import-started' },
      { type: 'import-finished', report },
      edit('after'),
    );
    expect(first).toMatchObject({ correctedFrom: [{ value: 'before' }] });
    expect(recipeOf(first).edits).toMatchObject([{ value: 'after' }]);
    const second = run(
      first,
      planReady,
      { type: 'import-started' },
      { type: 'import-finished', report },
    );
    expect(second).toMatchObject({ correctedFrom: [{ value: 'after' }] });
  });

  test('many rows left out and many values decided at once are taken back at once', () => {
    const excluded = run(
      open(),
      { type: 'row-excluded', row: 4, excluded: true },
      { type: 'rows-excluded', rows: [9, 4, 2], excluded: true },
    );
    expect(recipeOf(excluded).excluded).toEqual([2, 4, 9]);
    expect(recipeOf(run(excluded, { type: 'undone' })).excluded).toEqual([4]);

    const decided = run(
      open(),
      { type: 'value-mapped', column: 0, text: 'a', value: 'A' },
      {
        type: 'values-mapped',
        values: [
          { column: 0, text: 'b', value: 'B' },
          { column: 0, text: 'a', value: undefined },
          { column: 0, text: 'c', value: null },
          { column: 7, text: 'd', value: 'D' },
        ],
      },
    );
    expect(recipeOf(decided).columns[0]?.values).toEqual([
      ['b', 'B'],
      ['c', null],
    ]);
    expect(recipeOf(run(decided, { type: 'undone' })).columns[0]?.values).toEqual([['a', 'A']]);
  });

  test.each([
    { type: 'rows-excluded', rows: [], excluded: true },
    { type: 'values-mapped', values: [] },
    { type: 'cells-edited', edits: [] },
  ] as const)('nothing of many ($type) is no step, and leaves the plan', (event) => {
    const state = open();
    expect(reduceImporter(state, event)).toBe(state);
  });

  test('is total, pure and keeps its invariants under any sequence of events', () => {
    fc.assert(
      fc.property(fc.array(anyEvent(), { maxLength: 40 }), (events) => {
        let state: ImporterState = initialState('1');
        for (const event of events) {
          state = step(state, event);
          if (state.step === 'file') continue;
          expect(state.past.length).toBeLessThanOrEqual(100);
          expect(state.recipe.columns).toHaveLength(state.table.columns.length);
          expect(state.past).not.toContain(state.recipe);
        }
      }),
    );
  });
});

const table: TableInfo = {
  fileName: 'a.csv',
  fileSize: 10,
  format: 'csv',
  encoding: 'utf-8',
  encodingConfidence: 1,
  delimiter: ',',
  sheets: [{ name: 'a.csv', rows: null }],
  sheet: 'a.csv',
  headerRow: 1,
  headerConfidence: 1,
  skipRows: 0,
  columns: [],
  rowCount: null,
  complete: false,
  issues: [],
  signature: 's',
  preview: [],
  doubtful: false,
};

const column: ColumnMapping = {
  column: 0,
  header: 'E-mail',
  target: { kind: 'field', entity: 'contact', field: 'email' },
  match: false,
  write: 'overwrite',
  clear: false,
  format: {},
  values: [],
};

const summary: PlanSummary = {
  rows: 1,
  statuses: { reject: 0, ambiguous: 0, create: 1, update: 0, unchanged: 0, skip: 0 },
  entities: {},
  updating: 0,
  keyEmpty: 0,
  issues: [],
};

const report: Report = {
  importId: '1',
  status: 'completed',
  rows: 1,
  created: { contact: 1 },
  updated: {},
  unchanged: {},
  skipped: 0,
  rejected: 0,
  ids: {},
  error: null,
  seconds: 1,
  startedAt: '2026-01-01T00:00:00Z',
  finishedAt: '2026-01-01T00:00:01Z',
};

const planReady: ImporterEvent = { type: 'plan-ready', summary, revision: 1 };

function opened(changes: Partial<TableInfo> = {}): ImporterEvent {
  const info = { ...table, ...changes, columns: [{ index: 0 } as TableInfo['columns'][number]] };
  return {
    type: 'file-opened',
    table: info,
    suggestions: [],
    recipe: {
      version: 1,
      read: {},
      columns: [column],
      defaults: [],
      policy: DEFAULT_POLICY,
      settings: {},
      edits: [],
      excluded: [],
    },
    remembered: false,
  };
}

function ignored(index: number): ImporterEvent {
  return { type: 'column-mapped', column: index, target: { kind: 'ignore' } };
}

/** One step on frozen data: a mutation throws. */
function step(state: ImporterState, event: ImporterEvent): ImporterState {
  return deepFreeze(reduceImporter(deepFreeze(state), deepFreeze(event)));
}

function run(state: ImporterState, ...events: readonly ImporterEvent[]): ImporterState {
  return events.reduce(step, state);
}

function open(changes: Partial<TableInfo> = {}): EditingState {
  return run(
    initialState('1'),
    { type: 'file-chosen', fileName: 'a.csv' },
    opened(changes),
  ) as EditingState;
}

function recipeOf(state: ImporterState): EditingState['recipe'] {
  if (state.step === 'file') throw new Error('no file is open');
  return state.recipe;
}

function anyEvent(): fc.Arbitrary<ImporterEvent> {
  const small = fc.nat({ max: 2 });
  return fc.oneof(
    fc.constantFrom<ImporterEvent>(
      opened(),
      opened({ doubtful: true }),
      planReady,
      { type: 'file-chosen', fileName: 'b.csv' },
      { type: 'failed', error: { code: 'unexpected', message: 'x', params: {} } },
      { type: 'error-dismissed' },
      { type: 'open-columns-ignored' },
      { type: 'undone' },
      { type: 'redone' },
      { type: 'import-started' },
      { type: 'import-paused' },
      { type: 'import-resumed' },
      { type: 'import-cancelling' },
      { type: 'import-finished', report },
      { type: 'plan-progress', rowsDone: 0, rowsTotal: null },
      { type: 'reset', importId: '2' },
    ),
    small.map(ignored),
    small.map((row): ImporterEvent => ({ type: 'cell-edited', row, column: 0, value: `${row}` })),
    fc
      .record({ row: small, excluded: fc.boolean() })
      .map((rest): ImporterEvent => ({ type: 'row-excluded', ...rest })),
    fc
      .record({ rows: fc.array(small), excluded: fc.boolean() })
      .map((rest): ImporterEvent => ({ type: 'rows-excluded', ...rest })),
    fc
      .array(fc.record({ column: small, text: fc.string(), value: fc.option(fc.string()) }))
      .map((values): ImporterEvent => ({ type: 'values-mapped', values })),
    fc
      .constantFrom('file', 'table', 'match', 'values', 'settings', 'review' as const)
      .map((name): ImporterEvent => ({ type: 'step-entered', step: name as EditingState['step'] })),
  );
}
