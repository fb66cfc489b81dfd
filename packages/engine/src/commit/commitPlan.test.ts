import { describe, expect, test } from 'vitest';
import type {
  OperationOutcome,
  PersistenceAdapter,
  WriteBatch,
} from '../adapter/PersistenceAdapter.ts';
import { ImportError } from '../issue/ImportError.ts';
import type { PlanBlock } from '../plan/Plan.ts';
import type { RowOutcome } from './Commit.ts';
import { brief, commit, plan, rowsOf, scene, type Scene } from './commitPlan.fixture.ts';
import { rowOutcome } from './rowOutcome.ts';

/** Companies of a store by name, without their ids. */
const companies = ({ memory }: Scene): readonly unknown[] =>
  memory.records('company').map(({ values }) => values);
const contacts = ({ memory }: Scene): readonly unknown[] =>
  memory.records('contact').map(({ values, parentId }) => ({ ...values, parentId }));

/** An adapter whose writes go through `write`. */
function withWrite(
  base: Scene,
  write: (
    batch: WriteBatch,
    pass: (batch?: WriteBatch) => Promise<readonly OperationOutcome[]>,
  ) => Promise<readonly OperationOutcome[]>,
): Scene {
  const adapter: PersistenceAdapter = {
    ...base.memory,
    write: (batch, context) => write(batch, (other = batch) => base.memory.write(other, context)),
  };
  return { ...base, adapter };
}

/** A plan that was stored without what it was made from. */
const withoutRecords = (block: PlanBlock): PlanBlock => {
  const { size, rowNumbers, statuses, entities, issues } = block;
  return { size, rowNumbers, statuses, entities, issues };
};

const names = (count: number): string[][] =>
  Array.from({ length: count }, (_, i) => [`Company ${i}`]);

describe('what is written', () => {
  test('creates, updates and children, in file order, whatever the batches', async () => {
    const specs = ['company.name!', 'company.city', 'contact.email!', 'contact.name'];
    const rows = [
      ['New', 'Lund', 'a@x.se', 'A'],
      ['New', 'Malmö', 'b@x.se', 'B'],
      ['Acme', 'Ystad', null, null],
      ['New', null, 'a@x.se', 'Anna'],
    ];
    for (const [batchRows, parallel] of [
      [500, 2],
      [1, 1],
      [1, 4],
      [3, 2],
    ] as const) {
      const base = scene(specs, rows, { company: [{ id: 'A', values: { name: 'Acme' } }] });
      const { rows: outcomes } = await commit(base, await plan(base), {
        batchRows,
        parallel,
      });
      expect(outcomes.map(brief)).toEqual([
        'written: created company, created contact',
        'written: updated company, created contact',
        'written: updated company',
        'written: unchanged company, updated contact',
      ]);
      const id = base.memory.records('company')[1]?.id;
      expect(companies(base)).toEqual([
        { name: 'Acme', city: 'Ystad' },
        { name: 'New', city: 'Malmö' },
      ]);
      expect(contacts(base)).toEqual([
        { email: 'a@x.se', name: 'Anna', parentId: id },
        { email: 'b@x.se', name: 'B', parentId: id },
      ]);
    }
  });

  test('the same file again writes nothing', async () => {
    const specs = ['company.name!', 'company.city', 'contact.email!'];
    const rows = [
      ['One', 'Lund', 'a@x.se'],
      ['One', 'Malmö', 'b@x.se'],
      ['Two', 'Lund', 'a@x.se'],
    ];
    const base = scene(specs, rows);
    await commit(base, await plan(base));
    const batches: WriteBatch[] = [];
    const again = withWrite(
      {
        ...base,
        rows: [
          ['One', 'Malmö', 'a@x.se'],
          ['One', 'Malmö', 'b@x.se'],
          ['Two', 'Lund', 'a@x.se'],
        ],
      },
      (batch, pass) => {
        batches.push(batch);
        return pass();
      },
    );
    const { rows: outcomes } = await commit(again, await plan(again), { run: 2 });
    expect(batches).toEqual([]);
    expect(outcomes.map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('references to records of the same file, in one batch and in several', async () => {
    const rows = [
      ['Owner', null],
      ['Owned', 'Owner'],
      ['Again', 'owned'],
    ];
    for (const batchRows of [500, 1]) {
      const base = scene(['company.name!', 'company.owner'], rows);
      await commit(base, await plan(base), { batchRows, parallel: 3 });
      expect(companies(base)).toEqual([
        { name: 'Owner' },
        { name: 'Owned', owner: 'company-1' },
        { name: 'Again', owner: 'company-2' },
      ]);
    }
  });

  test('TD6 new fields are made before the first record', async () => {
    const target = {
      kind: 'new-field',
      entity: 'company',
      field: 'shoeSize',
      label: 'Shoe size',
      type: 'number',
    } as const;
    const base = scene(['company.name!', { to: 'company.shoeSize', target }], [['Acme', 43]]);
    const log: string[] = [];
    const adapter: PersistenceAdapter = {
      ...base.memory,
      createField: async (field, context) => {
        log.push(`field ${field.field}`);
        await base.memory.createField?.(field, context);
      },
      write: (batch, context) => {
        log.push('write');
        return base.memory.write(batch, context);
      },
    };
    await commit({ ...base, adapter }, await plan(base));
    expect(log).toEqual(['field shoeSize', 'write']);
    expect(companies(base)).toEqual([{ name: 'Acme', shoeSize: 43 }]);
    const { lookup, write } = base.memory;
    const { result } = await commit({ ...base, adapter: { lookup, write } }, await plan(base));
    expect([result.status, result.error?.code]).toEqual(['failed', 'option-invalid']);
  });
});

test('batches side by side: a unique value is given up before another record takes it', async () => {
  const stored = { company: [{ id: 'A', values: { name: 'Acme', orgNumber: '1' } }] };
  const rows = [
    ['Acme', '2'],
    ['New', '1'],
    ['Newer', '3'],
    ['New', '4'],
    ['Newest', '1'],
  ];
  let calls = 0;
  const base = withWrite(
    scene(['company.name!', 'company.orgNumber'], rows, stored),
    async (_, pass) => {
      calls += 1;
      // The first ones are slow: what comes after them must not overtake.
      if (calls < 5) await new Promise((resolve) => setTimeout(resolve, 6 - calls));
      return pass();
    },
  );
  const { rows: outcomes } = await commit(base, await plan(base), { batchRows: 1, parallel: 4 });
  expect(outcomes.map(({ status }) => status)).toEqual(rows.map(() => 'written'));
  expect(
    base.memory
      .records('company')
      .map(({ values }) => values['orgNumber'])
      .sort(),
  ).toEqual(['1', '2', '3', '4']);
});

describe('rows that are refused', () => {
  test('a refused row is red with the reason, the others are written', async () => {
    const base = withWrite(scene(['company.name!'], names(5)), async (batch, pass) => {
      if (batch.operations.some(({ values }) => values['name'] === 'Company 3'))
        throw new Error('Company 3 is blocked');
      return pass();
    });
    const { rows } = await commit(base, await plan(base));
    expect(rows.map(brief)).toEqual([
      ...Array.from({ length: 3 }, () => 'written: created company'),
      'rejected: !write-failed',
      'written: created company',
    ]);
    expect(rows[3]?.issues[0]?.params).toEqual({ message: 'Company 3 is blocked' });
  });

  test('a row is taken whole: its company is not made where its contact is refused, and the next row makes it', async () => {
    const specs = ['company.name!', 'company.city', 'contact.email!', 'contact.name'];
    const rows = [
      ['New', 'Lund', 'bad@x.se', 'Bad'],
      ['New', null, 'good@x.se', 'Good'],
      ['New', 'Lund', 'also@x.se', 'Also'],
    ];
    for (const batchRows of [500, 1, 2]) {
      for (const refuse of ['throws', 'refuses'] as const) {
        const base = withWrite(scene(specs, rows), (batch, pass) =>
          refusing(batch, pass, { email: 'bad@x.se', refuse }),
        );
        const { rows: outcomes } = await commit(base, await plan(base), { batchRows, parallel: 3 });
        expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'written', 'written']);
        expect(outcomes[1]?.records.map(({ action }) => action)).toEqual(['created', 'created']);
        expect(companies(base)).toEqual([{ name: 'New', city: 'Lund' }]);
        expect(contacts(base).length).toBe(2);
      }
    }
  });

  test('where row after row of a record is refused, each is tried on its own, and the last one makes the record', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => [
      'New',
      i < 39 ? 'bad@x.se' : 'good@x.se',
      `Name ${i}`,
    ]);
    const specs = ['company.name!', 'contact.email', 'contact.name!'];
    const base = withWrite(scene(specs, rows), (batch, pass) =>
      refusing(batch, pass, { email: 'bad@x.se', refuse: 'refuses' }),
    );
    const { rows: outcomes } = await commit(base, await plan(base));
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 39 }, () => 'rejected'),
      'written',
    ]);
    expect(contacts(base)).toEqual([
      { email: 'good@x.se', name: 'Name 39', parentId: 'company-1' },
    ]);
  });

  test('a later row that repeats a refused change makes the change', async () => {
    const specs = ['company.name!', 'company.city', 'company.orgNumber'];
    const rows = [
      ['Acme', 'Malmö', 'bad'],
      ['Acme', 'Malmö', null],
    ];
    const stored = { company: [{ id: 'A', values: { name: 'Acme', city: 'Lund' } }] };
    const base = withWrite(scene(specs, rows, stored), (batch, pass) =>
      refusing(batch, pass, { orgNumber: 'bad', refuse: 'refuses' }),
    );
    const { rows: outcomes } = await commit(base, await plan(base));
    expect(outcomes.map(brief)).toEqual(['rejected: !write-refused', 'written: updated company']);
    expect(companies(base)).toEqual([{ name: 'Acme', city: 'Malmö' }]);
  });

  test('without the records of the plan, rows that build on a refused one are rejected', async () => {
    const rows = [
      ['New', 'bad'],
      ['New', 'good'],
    ];
    const base = withWrite(scene(['company.name!', 'company.orgNumber'], rows), (batch, pass) =>
      refusing(batch, pass, { orgNumber: 'bad', refuse: 'refuses' }),
    );
    const { summary, blocks } = await plan(base);
    const stripped = blocks.map((block) => withoutRecords(block));
    const { rows: outcomes } = await commit(base, { summary, blocks: stripped });
    expect(outcomes.map(brief)).toEqual([
      'rejected: !write-refused',
      'rejected: !depends-on-rejected-row',
    ]);
  });

  test('rows the plan rejects keep their issues', async () => {
    const base = scene(
      ['contact.name!', 'contact.email'],
      [
        ['Ann', null],
        ['Bo', 'bo@x.se'],
      ],
    );
    const { rows } = await commit(base, await plan(base));
    expect(rows.map(brief)).toEqual(['rejected: !required', 'written: created contact']);
  });

  test('all or nothing: one bad row and nothing is written', async () => {
    const policy = { allOrNothing: true };
    const bad = scene(
      ['contact.name!', 'contact.email'],
      [
        ['Ann', null],
        ['Bo', 'bo@x.se'],
      ],
    );
    const byPlan = await commit(bad, await plan(bad, { policy }), { policy });
    expect(byPlan.rows.map(brief)).toEqual(['rejected: !required', 'pending']);
    expect([byPlan.result.status, contacts(bad)]).toEqual(['failed', []]);
    const refused = withWrite(
      scene(
        ['company.name!', 'company.orgNumber'],
        [
          ['One', '1'],
          ['Two', '2'],
        ],
      ),
      (batch, pass) => {
        refused.memory.records('company');
        return pass();
      },
    );
    await refused.memory.write(
      {
        id: 'other/1',
        operations: [
          {
            row: 1,
            entity: 'company',
            action: 'create',
            record: 0,
            id: null,
            parentId: null,
            parentRecord: null,
            values: { name: 'X' },
          },
        ],
      },
      { importId: 'other', settings: {} },
    );
    const planned = await plan(refused, { policy });
    await refused.memory.write(
      {
        id: 'other/2',
        operations: [
          {
            row: 1,
            entity: 'company',
            action: 'update',
            record: 0,
            id: 'company-1',
            parentId: null,
            parentRecord: null,
            values: { orgNumber: '2' },
          },
        ],
      },
      { importId: 'other', settings: {} },
    );
    const byStore = await commit(refused, planned, { policy });
    expect(byStore.rows.map(brief)).toEqual(['pending', 'rejected: !write-refused']);
    expect(companies(refused)).toEqual([{ name: 'X', orgNumber: '2' }]);
    const good = scene(['company.name!'], names(3));
    expect((await commit(good, await plan(good, { policy }), { policy })).result.status).toBe(
      'completed',
    );
    expect(companies(good).length).toBe(3);
  });
});

/** Refuses (or throws at) operations with a value, as an adapter does that keeps the contract. */
async function refusing(
  batch: WriteBatch,
  pass: (batch: WriteBatch) => Promise<readonly OperationOutcome[]>,
  { refuse, ...bad }: { readonly refuse: 'throws' | 'refuses'; readonly [field: string]: string },
): Promise<readonly OperationOutcome[]> {
  const isBad = batch.operations.map(({ values }) =>
    Object.entries(bad).some(([field, value]) => values[field] === value),
  );
  if (!isBad.includes(true)) return pass(batch);
  if (refuse === 'throws') throw new Error('refused');
  const gone = new Set<number>();
  const rows = new Set<number>();
  // Dependent rows follow their refused ones, so one sweep for each row is enough.
  for (const [i, operation] of batch.operations.entries())
    if (isBad[i] === true) rows.add(operation.row);
  for (const { row, action, record, id, parentRecord } of batch.operations) {
    if (id === null && action === 'update' && gone.has(record)) rows.add(row);
    if (parentRecord !== null && gone.has(parentRecord)) rows.add(row);
    if (rows.has(row) && action === 'create') gone.add(record);
  }
  const rest = batch.operations.filter(({ row }) => !rows.has(row));
  const written = [...(await pass({ id: batch.id, operations: rest }))];
  return batch.operations.map(({ row }, i) => {
    if (!rows.has(row)) return written.shift() ?? { status: 'refused', code: 'lost', message: '' };
    const code = isBad[i] === true ? 'blocked' : 'row-refused';
    return { status: 'refused', code, message: 'blocked' };
  });
}

describe('an adapter in trouble', () => {
  test('transient errors and time-outs are tried again under the same id, with the effect of once', async () => {
    const tries = new Map<string, number>();
    const base = withWrite(scene(['company.name'], names(20)), async (batch, pass) => {
      const count = (tries.get(batch.id) ?? 0) + 1;
      tries.set(batch.id, count);
      if (count === 1) throw new ImportError('adapter-failed', 'busy', { transient: true });
      const written = await pass();
      // Written, but the answer never comes.
      return count === 2 ? new Promise(() => undefined) : written;
    });
    const { rows } = await commit(base, await plan(base), { batchRows: 7, timeoutMs: 20 });
    expect([...tries.values()]).toEqual([3, 3, 3]);
    expect(rows.every(({ status }) => status === 'written')).toBe(true);
    expect(companies(base).length).toBe(20);
  });

  test('an adapter that stays away ends the import: nothing is lost, the rest is pending', async () => {
    let calls = 0;
    const base = withWrite(scene(['company.name'], names(9)), async (_, pass) => {
      calls += 1;
      if (calls > 1) throw Object.assign(new Error('connection lost'), { transient: true });
      return pass();
    });
    const { rows, result } = await commit(base, await plan(base), {
      batchRows: 3,
      parallel: 1,
      retry: { attempts: 3, delayMs: 0 },
    });
    expect(rows.map(({ status }) => status)).toEqual(
      [...'wwwpppppp'].map((s) => (s === 'w' ? 'written' : 'pending')),
    );
    expect(result).toMatchObject({ status: 'failed', error: { code: 'adapter-failed' } });
    expect(calls).toBe(4);
  });

  test('look-ups are tried again too; one that fails for good ends the plan with the cause', async () => {
    let calls = 0;
    const base = scene(['company.name!'], names(2));
    const flaky: PersistenceAdapter = {
      ...base.memory,
      lookup: (request, context) => {
        calls += 1;
        if (calls < 3) return Promise.reject(Object.assign(new Error('busy'), { transient: true }));
        return base.memory.lookup(request, context);
      },
    };
    expect((await plan({ ...base, adapter: flaky })).summary.statuses.create).toBe(2);
    const cause = new Error('no such table');
    const broken: PersistenceAdapter = { ...base.memory, lookup: () => Promise.reject(cause) };
    await expect(plan({ ...base, adapter: broken })).rejects.toMatchObject({
      code: 'adapter-failed',
      cause,
    });
  });

  test.each([
    ['an ImportError', new ImportError('adapter-failed', 'no permission', { fatal: true })],
    ['any error', Object.assign(new Error('no permission'), { fatal: true })],
  ])('%s that concerns every row ends the import at once, its rows pending', async (_, error) => {
    let calls = 0;
    const base = withWrite(scene(['company.name'], names(9)), async (__, pass) => {
      calls += 1;
      if (calls > 1) throw error;
      return pass();
    });
    const { rows, result } = await commit(base, await plan(base), { batchRows: 3, parallel: 1 });
    expect(rows.map(({ status }) => status[0]).join('')).toBe('wwwpppppp');
    expect(result).toMatchObject({ status: 'failed', error: { code: 'adapter-failed' } });
    expect(result.error?.message).toContain('no permission');
    expect(calls).toBe(2);
  });

  test('where row after row fails alike, the import ends instead of trying thousands alone', async () => {
    let calls = 0;
    const base = withWrite(scene(['company.name'], names(2500)), async () => {
      calls += 1;
      throw new Error('no such address');
    });
    const { rows, result } = await commit(base, await plan(base), { parallel: 1 });
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['pending']));
    expect(result.status).toBe('failed');
    expect(result.error?.message).toContain('no such address');
    expect(calls).toBeLessThan(100);
  });

  test.each<[string, (row: number) => string | null]>([
    ['each for a reason of its own', (row) => `row ${row} is bad`],
    ['but a few, for the same reason', (row) => (row % 20 === 0 ? null : 'bad')],
    ['at the end, for the same reason', (row) => (row < 10 ? null : 'bad')],
  ])('rows that fail %s are rejected, the others written', async (_, reasonOf) => {
    const base = withWrite(scene(['company.name'], names(100)), async ({ operations }, pass) => {
      for (const { row } of operations) {
        const reason = reasonOf(row);
        if (reason !== null) throw new Error(reason);
      }
      return pass();
    });
    const { rows, result } = await commit(base, await plan(base));
    expect(result.status).toBe('completed');
    expect(rows.map(({ status }) => status)).toEqual(
      rows.map(({ row }) => (reasonOf(row) === null ? 'written' : 'rejected')),
    );
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['an outcome without a status', [{}]],
    ['an outcome of null', [null]],
    ['another status', [{ status: 'ok', id: '1' }]],
    ['a written record without an id', [{ status: 'written' }]],
    ['an id that is no text', [{ status: 'written', id: 17 }]],
    ['a refusal without a code', [{ status: 'refused', message: 'no' }]],
  ])('%s counts as nothing that was written', async (_, answer) => {
    for (const allOrNothing of [false, true]) {
      const base = withWrite(scene(['company.name'], names(1)), async () => answer as never);
      const { rows, result } = await commit(base, await plan(base), { policy: { allOrNothing } });
      expect(rows.map(({ status }) => status)).toEqual(['pending']);
      expect(result).toMatchObject({ status: 'failed', error: { code: 'adapter-failed' } });
      expect(result.error?.message).not.toMatch(/undefined|TypeError/);
    }
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['no matches', {}],
    ['a key without a list', { matches: [null] }],
    ['too short a list', { matches: [] }],
    ['a record without an id', { matches: [[{ values: {} }]] }],
    ['a record without values', { matches: [[{ id: '1' }]] }],
  ])('a look-up that answers %s ends the plan', async (_, answer) => {
    const base = scene(['company.name!'], names(1));
    const adapter = { ...base.memory, lookup: async () => answer as never };
    await expect(plan({ ...base, adapter })).rejects.toMatchObject({
      name: 'ImportError',
      code: 'adapter-failed',
      cause: { name: 'ImportError' },
    });
  });

  test('an answer of the wrong length is a failure, not a guess', async () => {
    const base = withWrite(scene(['company.name'], names(2)), async () => []);
    const { result } = await commit(base, await plan(base));
    expect(result.error?.code).toBe('adapter-failed');
  });
});

describe('stop and go', () => {
  test('cancel finishes what is in flight and leaves the rest pending; going on neither loses nor doubles', async () => {
    const controller = new AbortController();
    const base = withWrite(scene(['company.name'], names(20)), async (batch, pass) => {
      if (batch.operations[0]?.row === 7) controller.abort();
      return pass();
    });
    const planned = await plan(base);
    const done = new Map<number, RowOutcome>();
    const first = await commit(base, planned, {
      batchRows: 5,
      parallel: 1,
      signal: controller.signal,
      onOutcomes: (block) => {
        for (let r = 0; r < block.size; r += 1)
          done.set(block.rowNumbers[r] ?? 0, rowOutcome(block, r));
      },
    });
    expect(first.result.status).toBe('cancelled');
    expect(first.rows.map(({ status }) => status)).toEqual(
      Array.from({ length: 20 }, (_, i) => (i < 10 ? 'written' : 'pending')),
    );
    expect(done.size).toBe(10);
    const second = await commit(base, planned, { batchRows: 5, done: (row) => done.get(row) });
    expect(second.result.status).toBe('completed');
    expect(second.rows.every(({ status }) => status === 'written')).toBe(true);
    expect(companies(base)).toEqual(names(20).map(([name]) => ({ name })));
  });

  test('cancelled at the last batch, an import is complete; before the first, it is not', async () => {
    for (const [last, status] of [
      [true, 'completed'],
      [false, 'cancelled'],
    ] as const) {
      const controller = new AbortController();
      if (!last) controller.abort();
      const base = withWrite(scene(['company.name'], names(5)), async (batch, pass) => {
        if (batch.operations.at(-1)?.row === 6) controller.abort();
        return pass();
      });
      const planned = await plan(base);
      const options = { batchRows: 2, parallel: 1, signal: controller.signal };
      const { rows, result } = await commit(base, planned, options);
      expect(result.status).toBe(status);
      expect(rows.every((row) => row.status === (last ? 'written' : 'pending'))).toBe(true);
    }
  });

  test('a pause holds the next batch back until it ends', async () => {
    const log: string[] = [];
    let open: () => void = () => undefined;
    let reached: () => void = () => undefined;
    const atGate = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const base = withWrite(scene(['company.name'], names(4)), async (_, pass) => {
      log.push('batch');
      return pass();
    });
    const gate = (): Promise<void> | undefined => {
      if (log.length !== 1) return undefined;
      log.push('paused');
      reached();
      return new Promise((resolve) => {
        open = resolve;
      });
    };
    const running = commit(base, await plan(base), { batchRows: 2, parallel: 1, gate });
    await atGate;
    // Time enough for a batch that did not wait.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(log).toEqual(['batch', 'paused']);
    open();
    expect((await running).result.status).toBe('completed');
    expect(log).toEqual(['batch', 'paused', 'batch']);
  });

  test('a paused import can be cancelled', async () => {
    const controller = new AbortController();
    const base = scene(['company.name'], names(4));
    const running = commit(base, await plan(base), {
      gate: () => new Promise(() => undefined),
      signal: controller.signal,
    });
    controller.abort();
    const { rows } = await running;
    expect(rows.every(({ status }) => status === 'pending')).toBe(true);
  });

  test('corrected rows are sent, the others keep their outcome', async () => {
    const specs = ['company.name!', 'contact.email', 'contact.name'];
    const base = scene(specs, [
      ['New', 'a@x.se', 'A'],
      ['New', null, 'B'],
      ['New', 'c@x.se', 'C'],
    ]);
    const first = await commit(base, await plan(base));
    const done = new Map(first.rows.map((row) => [row.row, row]));
    const corrected: Scene = {
      ...base,
      rows: [
        ['New', 'a@x.se', 'A'],
        ['New', 'b@x.se', 'B'],
        ['New', 'c@x.se', 'C'],
      ],
    };
    const known = (row: number) => {
      const outcome = done.get(row);
      return outcome?.status === 'written' ? { done: true, records: outcome.records } : undefined;
    };
    const planned = await plan(corrected, { known });
    const { rows } = await commit(corrected, planned, {
      run: 2,
      done: (row) => done.get(row),
    });
    expect(rows.map(brief)).toEqual([
      'written: created company, created contact',
      'written: unchanged company, created contact',
      'written: unchanged company, created contact',
    ]);
    expect(contacts(base).length).toBe(3);
    expect(companies(base).length).toBe(1);
    expect(rowsOf(first.result).map(({ status }) => status)).toEqual([
      'written',
      'rejected',
      'written',
    ]);
  });

  test('progress grows to the end', async () => {
    const seen: number[] = [];
    const base = scene(
      ['contact.name!', 'contact.email'],
      [
        ['A', 'a@x.se'],
        ['B', null],
        ['C', 'c@x.se'],
      ],
    );
    await commit(base, await plan(base), {
      batchRows: 1,
      onProgress: ({ rowsDone, rowsTotal, written, rejected }) => {
        seen.push(rowsDone);
        expect(rowsTotal).toBe(3);
        expect(written + rejected).toBe(rowsDone);
      },
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(3);
  });
});
