import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import type { MemoryAdapter } from '../adapter/memoryAdapter.ts';
import type { PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { formatIssue } from '../issue/formatIssue.ts';
import { writeTemplate } from '../report/writeTemplate.ts';
import type { Schema } from '../schema/Schema.ts';
import { deepFreeze } from '../testing/deepFreeze.ts';
import { createImporter } from './createImporter.ts';
import type { Importer, ImporterOptions } from './Importer.ts';
import { crm, CUSTOMERS } from './crm.fixture.ts';
import type { EditingState, ResultState } from './ImporterState.ts';
import { memoryStore } from './memoryStore.ts';

describe('an import from file to report', () => {
  test('every row comes back written or rejected with its reason', async () => {
    const { importer, adapter } = make();
    await toReview(importer, CUSTOMERS);
    expect(editing(importer)).toMatchObject({
      step: 'review',
      plan: { status: 'ready', summary: { rows: 4, statuses: { create: 3, reject: 1 } } },
    });
    expect(adapter.records('company')).toEqual([]);

    await importer.actions.start();
    const { report } = result(importer);
    expect(report).toMatchObject({
      status: 'completed',
      rejected: 1,
      created: { company: 2, contact: 3 },
    });
    expect(report.ids['contact']).toHaveLength(3);
    const { rows } = await importer.rows({ offset: 0, limit: 10 });
    expect(rows.map(({ row, outcome }) => [row, outcome?.status])).toEqual([
      [2, 'written'],
      [3, 'written'],
      [4, 'rejected'],
      [5, 'written'],
    ]);
    expect(rows[2]?.outcome?.issues).toMatchObject([
      { code: 'email-invalid', row: 4, field: 'email' },
    ]);
    expect(adapter.records('contact').map(({ values }) => values['email'])).toEqual([
      'anna@acme.se',
      'bo@acme.se',
      'dan@beta.se',
    ]);
  });

  test('a correction of a row that is written changes neither the record nor what the row tells', async () => {
    const { importer, adapter } = make();
    await toReview(importer, CUSTOMERS);
    await importer.actions.start();
    const query = { offset: 0, limit: 1 };
    const before = await importer.rows(query);
    const stored = adapter.records('contact');
    importer.dispatch({ type: 'cell-edited', row: 2, column: 2, value: 'other@acme.se' });
    await importer.actions.replan();
    await importer.actions.start();
    expect(await importer.rows(query)).toEqual(before);
    expect(adapter.records('contact')).toEqual(stored);
  });

  test('AP11: the rows that failed are corrected in place, and only those are imported', async () => {
    const { importer, adapter, batches } = make();
    await toReview(importer, CUSTOMERS);
    await importer.actions.start();
    const before = batches.flatMap(({ operations }) => operations.map(({ row }) => row));
    importer.dispatch({ type: 'cell-edited', row: 4, column: 2, value: 'cia@beta.se' });
    await importer.actions.replan();
    expect(importer.getState()).toMatchObject({
      plan: { status: 'ready', summary: { statuses: { reject: 0 } } },
    });
    await importer.actions.start();

    const after = batches
      .flatMap(({ operations }) => operations.map(({ row }) => row))
      .slice(before.length);
    expect(after).toEqual([4]);
    expect(result(importer).report).toMatchObject({
      rejected: 0,
      created: { company: 2, contact: 4 },
    });
    expect(adapter.records('contact')).toHaveLength(4);
    const { rows } = await importer.rows({ outcomes: ['written'], offset: 0, limit: 10 });
    expect(rows).toHaveLength(4);
    expect(rows[2]).toMatchObject({
      row: 4,
      edited: [2],
      cells: ['Beta', 'Lund', 'cia@beta.se', 'Cia'],
    });
    // Rows written before still show what was done to them then.
    expect(rows[0]?.planned.records.map(({ action }) => action)).toEqual(['create', 'create']);
  });

  test.each(['csv', 'xlsx'] as const)(
    'a corrected error file (.%s) merges into the same import',
    async (format) => {
      const { importer, adapter } = make();
      await toReview(importer, CUSTOMERS);
      await importer.actions.start();
      const file = await importer.session.errorFile(format);
      const table = await make().importer.session.open(file, `errors.${format}`, {});
      expect(table.columns.map(({ header }) => header)).toEqual([
        'Company name',
        'City',
        'E-mail',
        'First name',
        'Importera: row',
        'Importera: problem',
      ]);
      const corrected =
        'Company name,City,E-mail,First name,Importera: row,Importera: problem\nBeta,Lund,cia@beta.se,Cia,4,x\n';
      await importer.actions.openCorrections(corrected, 'errors.csv');
      await importer.actions.start();
      expect(result(importer).report.rejected).toBe(0);
      expect(adapter.records('contact')).toHaveLength(4);
    },
  );

  test('a corrected file changes nothing about a row that is written, and says so', async () => {
    const { importer, adapter } = make();
    await toReview(importer, CUSTOMERS);
    await importer.actions.start();
    const header = 'Company name,City,E-mail,First name,Importera: row,Importera: problem';
    const file = (email: string): string => `${header}\nBeta,Lund,${email},Cia,4,x\n`;
    const untouched = await (await importer.session.errorFile('csv')).text();
    await importer.actions.openCorrections(untouched, 'errors.csv');
    expect(result(importer).corrected).toEqual({ cells: 0, refused: [] });
    importer.dispatch({ type: 'cell-edited', row: 4, column: 2, value: 'cia@beta.se' });
    await importer.actions.replan();
    await importer.actions.start();
    const query = { offset: 2, limit: 1 };
    const before = await importer.rows(query);
    const stored = adapter.records('contact');
    const { recipe } = result(importer);
    // What the row was written with is no correction any more.
    await importer.actions.openCorrections(file('cia@beta.se'), 'errors.csv');
    expect(result(importer).corrected).toEqual({ cells: 0, refused: [] });
    await importer.actions.openCorrections(file('other@beta.se'), 'errors.csv');
    expect(result(importer).corrected).toEqual({ cells: 0, refused: [4] });
    await importer.actions.start();
    expect(result(importer)).toMatchObject({ recipe, corrected: { cells: 0, refused: [4] } });
    expect(await importer.rows(query)).toEqual(before);
    expect(adapter.records('contact')).toEqual(stored);
  });

  test('the same file a second time writes nothing', async () => {
    const { adapter, batches, again } = make();
    for (const importer of [again(), again()]) {
      await toReview(importer, CUSTOMERS);
      await importer.actions.start();
    }
    expect(adapter.records('contact')).toHaveLength(3);
    expect(batches).toHaveLength(1);
  });

  test('a second commit is refused while one runs', async () => {
    const { importer, adapter } = make({ slow: true });
    await toReview(importer, CUSTOMERS);
    const { session } = importer;
    const first = session.commit({ importId: '1' });
    await expect(session.commit({ importId: '1' })).rejects.toMatchObject({
      code: 'state-invalid',
    });
    expect(await first).toMatchObject({ status: 'completed', rejected: 1 });
    expect(adapter.records('contact')).toHaveLength(3);
    expect(await session.commit({ importId: '1' })).toMatchObject({ status: 'completed' });
  });

  test('a start pressed twice writes once', async () => {
    const { importer, adapter, batches } = make({ slow: true });
    await toReview(importer, CUSTOMERS);
    await Promise.all([importer.actions.start(), importer.actions.start()]);
    expect(result(importer).report).toMatchObject({ status: 'completed', rejected: 1 });
    expect(adapter.records('contact')).toHaveLength(3);
    expect(new Set(batches.map(({ id }) => id)).size).toBe(batches.length);
  });

  test('pages of one query follow what was planned and written since', async () => {
    const { importer } = make();
    const rejected = { statuses: ['reject'], offset: 0, limit: 1 } as const;
    await toReview(importer, CUSTOMERS);
    expect((await importer.rows(rejected)).total).toBe(1);
    expect((await importer.rows({ ...rejected, offset: 1 })).rows).toEqual([]);
    importer.dispatch({ type: 'cell-edited', row: 4, column: 2, value: 'cia@beta.se' });
    await importer.actions.replan();
    expect((await importer.rows(rejected)).total).toBe(0);
    const written = { outcomes: ['written'], offset: 0, limit: 1 } as const;
    expect((await importer.rows(written)).total).toBe(0);
    await importer.actions.start();
    expect((await importer.rows(written)).total).toBe(4);
  });

  test('rows that change a record are found, those that make another one too', async () => {
    const stored = [{ id: 'c1', values: { name: 'Acme', city: 'Lund' } }];
    const adapter = memoryAdapter(crm, { records: { company: stored } });
    const importer = createImporter({ schema: crm, adapter });
    await toReview(importer, CUSTOMERS);
    expect(editing(importer).plan).toMatchObject({
      summary: { statuses: { create: 3, update: 0 }, updating: 1 },
    });
    const { total, rows } = await importer.rows({ actions: ['update'], offset: 0, limit: 9 });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      row: 2,
      planned: { status: 'create', records: [{ entity: 'company', action: 'update' }, {}] },
    });
  });

  test('a row that several records match names them, so that they can be told apart', async () => {
    const stored = ['Lund', 'Umeå', null].map((city, index) => ({
      id: `c${index}`,
      values: { name: 'Acme', city },
    }));
    const adapter = memoryAdapter(crm, { records: { company: stored } });
    const importer = createImporter({ schema: crm, adapter });
    await toReview(importer, 'Company name\nAcme\nBeta\n');
    await importer.actions.start();
    const { rows } = await importer.rows({ offset: 0, limit: 9 });
    const [issue] = rows[0]?.planned.issues ?? [];
    expect(issue && formatIssue(issue)).toMatch(
      /^3 stored records match this row: Acme \(Lund\), Acme \(Umeå\), Acme \(c2\)\./,
    );
    expect(rows[1]?.planned.issues).toEqual([]);
  });

  test('what is matched by already is not said to be matched by instead', async () => {
    const records = {
      company: [{ id: 'c1', values: { name: 'Acme' } }],
      contact: [{ id: 'k1', parentId: 'c1', values: { email: 'anna@acme.se' } }],
    };
    const importer = createImporter({ schema: crm, adapter: memoryAdapter(crm, { records }) });
    const text = 'Company name,E-mail\nBeta,anna@acme.se\nGamma,eva@x.se\nDelta,eva@x.se\n';
    await toReview(importer, text);
    const said = async (): Promise<readonly string[]> => {
      const { rows } = await importer.rows({ statuses: ['reject'], offset: 0, limit: 9 });
      return rows.flatMap(({ planned }) => planned.issues.map((issue) => formatIssue(issue)));
    };
    const ticked = await said();
    expect(ticked).toHaveLength(2);
    for (const text of ticked) expect(text).toMatch(/or what else the row is matched by\.$/);
    importer.dispatch({ type: 'match-changed', column: 1, match: false });
    await importer.actions.replan();
    const loose = await said();
    expect(loose).toHaveLength(2);
    for (const text of loose) expect(text).toContain('match by E-mail');
  });

  test('rows with an issue are those of its entity, though another has a field of that name', async () => {
    const name = { type: 'text', required: true } as const;
    const schema: Schema = {
      id: 'twins',
      entities: {
        company: {
          label: 'Company',
          fields: {
            name: { ...name, label: 'Company name' },
            city: { type: 'text', label: 'City' },
          },
        },
        contact: {
          label: 'Contact',
          parent: 'company',
          fields: {
            name: { ...name, label: 'Contact name' },
            email: { type: 'email', label: 'E-mail' },
          },
        },
      },
    };
    const importer = createImporter({ schema, adapter: memoryAdapter(schema) });
    const text = 'Company name,City,Contact name,E-mail\n,Lund,Anna,a@x.se\nAcme,Lund,,b@x.se\n';
    await toReview(importer, text);
    const issue = { code: 'required', field: 'name', value: null };
    const rowsOf = async (entity?: string): Promise<readonly number[]> => {
      const which = entity === undefined ? issue : { ...issue, entity };
      const { rows } = await importer.rows({ issue: which, offset: 0, limit: 9 });
      return rows.map(({ row }) => row);
    };
    expect(await rowsOf('company')).toEqual([2]);
    expect(await rowsOf('contact')).toEqual([3]);
    expect(await rowsOf()).toEqual([2, 3]);
  });

  test('a cancelled import keeps what was written, leaves the rest pending and can go on', async () => {
    const many = `E-mail\n${Array.from({ length: 3000 }, (_, n) => `p${n}@x.se`).join('\n')}\n`;
    const { importer, adapter } = make({ slow: true });
    await toReview(importer, many);
    importer.subscribe((_state, event) => {
      if (event.type === 'import-progress' && adapter.records('contact').length < 2000)
        importer.actions.cancel();
    });
    await importer.actions.start();
    expect(result(importer).report.status).toBe('cancelled');
    const written = adapter.records('contact').length;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(3000);
    const pending = await importer.rows({ outcomes: ['pending'], offset: 0, limit: 1 });
    expect(pending.total).toBe(3000 - written);
  });

  test('an adapter that fails for good ends in a message, with nothing doubled on the next try', async () => {
    let isDown = true;
    const { importer, adapter } = make({ failing: () => isDown });
    await toReview(importer, CUSTOMERS);
    await importer.actions.start();
    const { rows } = await importer.rows({
      outcomes: ['rejected', 'pending'],
      offset: 0,
      limit: 10,
    });
    expect(rows).toHaveLength(4);
    isDown = false;
    await importer.actions.replan();
    await importer.actions.start();
    expect(adapter.records('contact')).toHaveLength(3);
    expect(result(importer).report).toMatchObject({ status: 'completed', rejected: 1 });
  });
});

describe('what was decided is never lost', () => {
  test('a draft is restored at its step after the page was closed in the middle of mapping', async () => {
    const store = memoryStore();
    const first = createImporter({ schema: crm, adapter: memoryAdapter(crm), store });
    await first.actions.openFile(new File([CUSTOMERS], 'kunder.csv'));
    first.dispatch({ type: 'column-mapped', column: 1, target: { kind: 'ignore' } });
    const { importId, recipe } = editing(first);
    await expect.poll(async () => (await store.load(importId))?.recipe).toEqual(recipe);
    first.dispose();

    const second = createImporter({ schema: crm, adapter: memoryAdapter(crm), store });
    await second.actions.restore(importId);
    expect(editing(second)).toMatchObject({
      step: 'match',
      importId,
      recipe,
      table: { fileName: 'kunder.csv' },
    });
  });

  test('a mapping is remembered for the next file with the same headers', async () => {
    const store = memoryStore();
    const first = make({ store }).importer;
    await toReview(first, CUSTOMERS, () => {
      first.dispatch({ type: 'column-mapped', column: 1, target: { kind: 'ignore' } });
    });
    await first.actions.start();
    const second = make({ store }).importer;
    await second.actions.openFile(CUSTOMERS, 'next.csv');
    expect(editing(second).remembered).toBe(true);
    expect(editing(second).recipe.columns[1]?.target).toEqual({ kind: 'ignore' });
    expect(editing(second).recipe.edits).toEqual([]);
  });

  test('other reading options keep what was decided about the columns', async () => {
    const { importer } = make();
    await importer.actions.openFile(CUSTOMERS, 'a.csv');
    importer.dispatch({ type: 'column-mapped', column: 1, target: { kind: 'ignore' } });
    await importer.actions.setRead({ skipRows: 0, headerRow: 1 });
    expect(editing(importer).recipe.columns[1]?.target).toEqual({ kind: 'ignore' });
  });
});

describe('the schema in other words', () => {
  const labelled = (label: string): typeof crm => ({
    ...crm,
    entities: {
      ...crm.entities,
      company: { ...crm.entities['company'], label } as (typeof crm.entities)[string],
    },
  });

  test('is taken over, and told', async () => {
    const { importer } = make();
    await importer.actions.openFile(CUSTOMERS, 'a.csv');
    const before = importer.getState();
    const told: string[] = [];
    importer.subscribe((_state, event) => told.push(event.type));
    importer.setSchema(labelled('Företag'));
    expect(importer.schema.entities['company']?.label).toBe('Företag');
    expect(importer.wholeSchema.entities['company']?.label).toBe('Företag');
    expect(importer.getState()).toBe(before);
    expect(told).toEqual(['schema-reworded']);
  });

  test('is left alone where it is another schema', () => {
    const { importer } = make();
    const { contact: _contact, ...entities } = labelled('Företag').entities;
    importer.setSchema({ ...crm, entities });
    expect(importer.schema.entities['company']?.label).toBe('Company');
  });
});

describe('what cannot go on says why', () => {
  test.each([
    ['an empty file', new Uint8Array(), 'file-empty'],
    ['binary rubbish', rubbish(4000), 'file-unsupported'],
    ['a truncated workbook', truncatedWorkbook(), 'file-corrupt'],
  ])('%s', async (_name, bytes, code) => {
    const { importer } = make();
    await importer.actions.openFile(new File([(await bytes) as BlobPart], 'x.xlsx'));
    expect(importer.getState()).toMatchObject({ step: 'file', status: 'idle', error: { code } });
  });

  test('a column that is not dealt with keeps the person on the match step', async () => {
    const { importer } = make();
    await importer.actions.openFile('E-mail,Qwertyzzz\na@b.se,1\n', 'a.csv');
    expect(editing(importer).recipe.columns[1]?.target).toBeNull();
    await importer.actions.next();
    expect(importer.getState().step).toBe('match');
    importer.dispatch({ type: 'open-columns-ignored' });
    await importer.actions.next();
    expect(importer.getState().step).toBe('settings');
  });

  test('values of a choice that are no option are asked about', async () => {
    const { importer, adapter } = make();
    await importer.actions.openFile(
      'E-mail,Company name,Status\na@b.se,A,Kund\nc@b.se,B,Lead\n',
      'a.csv',
    );
    await importer.actions.next();
    expect(editing(importer)).toMatchObject({
      step: 'values',
      unknownValues: [{ column: 2, text: 'Kund', count: 1 }],
    });
    importer.dispatch({ type: 'value-mapped', column: 2, text: 'Kund', value: 'Customer' });
    await importer.actions.next();
    await importer.actions.next();
    await importer.actions.start();
    expect(adapter.records('company').map(({ values }) => values['status'])).toEqual([
      'Customer',
      'Lead',
    ]);
  });

  test('a host can veto a change', async () => {
    const { importer } = make({
      stateReducer: (state, next, event) => (event.type === 'policy-changed' ? state : next),
    });
    await importer.actions.openFile(CUSTOMERS, 'a.csv');
    const before = importer.getState();
    importer.dispatch({
      type: 'policy-changed',
      policy: { mode: 'create', ambiguous: 'skip', allOrNothing: true },
    });
    expect(importer.getState()).toBe(before);
  });
});

interface MakeOptions extends Partial<ImporterOptions> {
  readonly slow?: boolean;
  readonly failing?: () => boolean;
}

interface Made {
  readonly importer: Importer;
  readonly adapter: MemoryAdapter;
  readonly batches: Parameters<PersistenceAdapter['write']>[0][];
  readonly again: () => Importer;
}

/** An importer on a memory adapter whose batches are recorded; its state is frozen at every change. */
function make({ slow, failing, ...options }: MakeOptions = {}): Made {
  const adapter = memoryAdapter(crm);
  const batches: Parameters<PersistenceAdapter['write']>[0][] = [];
  const recording: PersistenceAdapter = {
    ...adapter,
    async write(batch, context) {
      if (slow) await new Promise((resolve) => setTimeout(resolve, 5));
      if (failing?.()) throw new Error('the database is away');
      batches.push(batch);
      return adapter.write(batch, context);
    },
  };
  const again = (): Importer => {
    const importer = createImporter({ schema: crm, adapter: recording, ...options });
    importer.subscribe((state) => void deepFreeze(state));
    return importer;
  };
  return { importer: again(), adapter, batches, again };
}

/** Bytes as a generator of random numbers gives them, the same every time. */
function rubbish(length: number): Uint8Array {
  let seed = 42;
  return Uint8Array.from(
    { length },
    () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) >>> 16,
  );
}

async function truncatedWorkbook(): Promise<Uint8Array> {
  const whole = await writeTemplate(crm, 'xlsx');
  return whole.subarray(0, whole.length >> 1);
}

async function toReview(
  importer: Importer,
  text: string,
  map: () => void = () => {},
): Promise<void> {
  await importer.actions.openFile(text, 'customers.csv');
  map();
  for (let n = 0; n < 4 && importer.getState().step !== 'review'; n++)
    await importer.actions.next();
}

function editing(importer: Importer): EditingState {
  return importer.getState() as EditingState;
}

function result(importer: Importer): ResultState {
  const state = importer.getState();
  if (state.step !== 'result') throw new Error(`at ${state.step}: ${state.error?.message}`);
  return state;
}
