import type {
  OperationOutcome,
  PersistenceAdapter,
  StoredRecord,
} from '../adapter/PersistenceAdapter.ts';
import type { RecordValues, Schema } from '../schema/Schema.ts';
import {
  adapterBench,
  codes,
  create,
  idOf,
  normalizedKey,
  statuses,
  update,
  type AdapterBench,
  type Check,
} from './adapterBench.ts';
import { contractSchema } from './contractSchema.ts';
import { describeList } from './describeList.ts';
import { describeUndo } from './describeUndo.ts';
import type { TestApi } from './TestApi.ts';

/** An adapter over an empty host, for one test. */
export interface AdapterUnderTest {
  readonly adapter: PersistenceAdapter;
  /** Called after the test. */
  readonly close?: () => Promise<void> | void;
}

/** Makes an empty adapter that stores the records of this schema. Called anew for every test. */
export type MakeAdapter = (schema: Schema) => Promise<AdapterUnderTest> | AdapterUnderTest;

/**
 * The contract of a `PersistenceAdapter` as tests. Every adapter passes it, also a host's own.
 * @example
 * import { describe, expect, test } from 'vitest';
 * describeAdapter('postgres', async (schema) => ({ adapter: await postgresAdapter({ schema, … }) }), { describe, test, expect });
 */
export function describeAdapter(name: string, makeAdapter: MakeAdapter, api: TestApi): void {
  const check = (what: string, body: (bench: AdapterBench) => Promise<void>): void => {
    api.test(what, async () => {
      const { adapter, close } = await makeAdapter(contractSchema);
      try {
        await body(adapterBench(adapter, api));
      } finally {
        await close?.();
      }
    });
  };
  api.describe(`${name} keeps the contract of an adapter`, () => {
    describeLookup(check);
    describeValues(check);
    describeParents(check);
    describeBatches(check);
    describeRefusals(check);
    describeFields(check);
    describeList(check);
    describeUndo(check);
  });
}

function describeLookup(check: Check): void {
  check(
    'lookup answers every key in its place, also those that fit nothing',
    async ({ adapter, create, context, expect }) => {
      const acme = await create('company', { name: 'Acme' });
      const beta = await create('company', { name: 'Beta' });
      const keys = ['Nobody', 'Beta', 'Acme'].map((name) => normalizedKey('company', { name }));
      const { matches } = await adapter.lookup(
        { entity: 'company', fields: ['name'], keys },
        context(),
      );
      expect(matches.map((found) => found.map(({ id }) => id))).toEqual([[], [beta], [acme]]);
    },
  );
  check('lookup compares normalised values', async ({ create, find, expect }) => {
    const id = await create('company', { name: 'Åkeri Öst AB' });
    expect(await find('company', { name: '  åkeri  ÖST ab ' })).toEqual([id]);
    expect(await find('company', { name: 'Akeri Ost AB' })).toEqual([]);
  });
  check('lookup by several fields wants all of them to fit', async ({ create, find, expect }) => {
    const first = await create('company', { name: 'Acme', founded: '2001-02-03' });
    await create('company', { name: 'Acme', founded: '2002-02-03' });
    await create('company', { name: 'Acme' });
    expect(await find('company', { name: 'Acme', founded: '2001-02-03' })).toEqual([first]);
  });
  check('lookup gives all of a few records that fit', async ({ create, find, expect }) => {
    const ids = [
      await create('company', { name: 'Acme' }),
      await create('company', { name: 'ACME' }),
    ];
    expect([...(await find('company', { name: 'acme' }))].sort()).toEqual(ids.sort());
  });
  check('lookup by numbers and by the id of the record', async ({ create, find, read, expect }) => {
    const id = await create('company', { name: 'Acme', revenue: 12.5 });
    expect(await find('company', { revenue: 12.5 })).toEqual([id]);
    expect((await read('company', id))?.values['name']).toEqual('Acme');
    expect(await read('company', 'no-such-id')).toEqual(undefined);
  });
  check(
    'lookup takes many keys at once, and none',
    async ({ adapter, create, context, expect }) => {
      const id = await create('company', { name: 'Company 777' });
      const keys = Array.from({ length: 1500 }, (_, i) =>
        normalizedKey('company', { name: `Company ${i}` }),
      );
      const { matches } = await adapter.lookup(
        { entity: 'company', fields: ['name'], keys },
        context(),
      );
      expect(matches.length).toEqual(1500);
      expect(matches.flatMap((found, i) => found.map((record) => [i, record.id]))).toEqual([
        [777, id],
      ]);
      expect(
        await adapter.lookup({ entity: 'company', fields: ['name'], keys: [] }, context()),
      ).toEqual({ matches: [] });
    },
  );
}

function describeValues(check: Check): void {
  check('values come back as they were written', async ({ create, read, expect }) => {
    const values = {
      name: 'O\'Neil; DROP TABLE company; -- "%_\\ 漢字',
      revenue: 1234.5,
      founded: '2024-03-01',
      active: false,
      segments: ['Retail', 'Something else'],
    };
    const id = await create('company', values);
    expect(filled(await read('company', id))).toEqual(values);
  });
  check(
    'an update touches only the fields it names, and null clears',
    async ({ create, read, write, expect }) => {
      const id = await create('company', { name: 'Acme', revenue: 5, active: true });
      await write([update(id, 'company', { revenue: null, segments: ['Retail'] })]);
      expect(filled(await read('company', id))).toEqual({
        name: 'Acme',
        active: true,
        segments: ['Retail'],
      });
    },
  );
  check(
    'an update is found by its new value, no longer by its old',
    async ({ create, find, write, expect }) => {
      const id = await create('company', { name: 'Acme' });
      expect(await find('company', { name: 'Acme' })).toEqual([id]);
      await write([update(id, 'company', { name: 'Beta' })]);
      expect(await find('company', { name: 'Acme' })).toEqual([]);
      expect(await find('company', { name: 'Beta' })).toEqual([id]);
    },
  );
}

/** Without the empty fields, which an adapter may give as null or leave out. */
function filled(record: StoredRecord | undefined): RecordValues | undefined {
  if (record === undefined) return undefined;
  return Object.fromEntries(Object.entries(record.values).filter(([, value]) => value !== null));
}

function describeParents(check: Check): void {
  check(
    'a child is looked for inside its parent, or everywhere',
    async ({ create, find, read, expect }) => {
      const acme = await create('company', { name: 'Acme' });
      const beta = await create('company', { name: 'Beta' });
      const annAtAcme = await create('contact', { name: 'Ann' }, acme);
      const annAtBeta = await create('contact', { name: 'Ann' }, beta);
      expect(await find('contact', { name: 'ann' }, acme)).toEqual([annAtAcme]);
      expect(await find('contact', { name: 'ann' }, beta)).toEqual([annAtBeta]);
      expect([...(await find('contact', { name: 'ann' }))].sort()).toEqual(
        [annAtAcme, annAtBeta].sort(),
      );
      expect((await read('contact', annAtBeta))?.parentId).toEqual(beta);
    },
  );
  check(
    'keys with different parents go in one call',
    async ({ adapter, create, context, expect }) => {
      const acme = await create('company', { name: 'Acme' });
      const beta = await create('company', { name: 'Beta' });
      const ann = await create('contact', { name: 'Ann' }, acme);
      const keys = [
        normalizedKey('contact', { name: 'Ann' }),
        normalizedKey('contact', { name: 'Ann' }),
        normalizedKey('contact', { name: 'Ann' }),
      ];
      const request = { entity: 'contact', fields: ['name'], keys, parentIds: [beta, acme, null] };
      const { matches } = await adapter.lookup(request, context());
      expect(matches.map((found) => found.map(({ id }) => id))).toEqual([[], [ann], [ann]]);
    },
  );
  check('a parent made in the same batch', async ({ read, write, expect }) => {
    const outcomes = await write([
      create(0, 'company', { name: 'Acme' }),
      { ...create(1, 'contact', { name: 'Ann' }), row: 2, parentRecord: 0 },
      { ...create(2, 'contact', { name: 'Bo' }), row: 3, parentRecord: 0 },
    ]);
    const [acme, ann, bo] = outcomes.map(idOf);
    expect((await read('contact', ann ?? ''))?.parentId).toEqual(acme);
    expect((await read('contact', bo ?? ''))?.parentId).toEqual(acme);
  });
  check('a reference to a record made in the same batch', async ({ read, write, expect }) => {
    const outcomes = await write([
      create(0, 'company', { name: 'Acme' }),
      { ...create(1, 'contact', { name: 'Ann' }), references: { employer: 0 } },
    ]);
    const [acme, ann] = outcomes.map(idOf);
    expect((await read('contact', ann ?? ''))?.values['employer']).toEqual(acme);
  });
}

function describeBatches(check: Check): void {
  check(
    'operations take effect in order, also on a record of the same batch',
    async ({ read, write, expect }) => {
      const outcomes = await write([
        create(0, 'company', { name: 'Acme', revenue: 1 }),
        { ...update('', 'company', { revenue: 2 }), id: null, record: 0, row: 3 },
        { ...update('', 'company', { revenue: 3 }), id: null, record: 0, row: 4 },
      ]);
      const [id, second, third] = outcomes.map(idOf);
      expect([second, third]).toEqual([id, id]);
      expect((await read('company', id ?? ''))?.values['revenue']).toEqual(3);
    },
  );
  check('every create gets an id of its own', async ({ write, expect }) => {
    const operations = Array.from({ length: 50 }, (_, i) =>
      create(i, 'company', { name: 'Same name' }),
    );
    expect(new Set((await write(operations)).map(idOf)).size).toEqual(50);
  });
  check(
    'the same batch id twice has the effect of once and the same outcomes',
    async ({ find, write, expect }) => {
      const operations = [
        create(0, 'company', { name: 'Acme' }),
        create(1, 'company', { name: 'Beta' }),
      ];
      const first = await write(operations, { id: 'import-1/7' });
      const second = await write(operations, { id: 'import-1/7' });
      expect(second).toEqual(first);
      expect(await find('company', { name: 'Acme' })).toEqual([idOf(first[0])]);
    },
  );
  check(
    'the same batch id twice at the same time has the effect of once',
    async ({ find, write, expect }) => {
      const operations = [create(0, 'company', { name: 'Acme' })];
      const both = await Promise.all([
        write(operations, { id: 'import-1/7' }),
        write(operations, { id: 'import-1/7' }),
      ]);
      expect(both[1]).toEqual(both[0]);
      expect((await find('company', { name: 'Acme' })).length).toEqual(1);
    },
  );
  check('another batch id is another batch', async ({ find, write, expect }) => {
    await write([create(0, 'company', { name: 'Acme' })], { id: 'import-1/1' });
    await write([create(0, 'company', { name: 'Acme' })], { id: 'import-1/2' });
    expect((await find('company', { name: 'Acme' })).length).toEqual(2);
  });
}

/** An adapter may refuse a row or throw (then the engine splits the batch): both leave no trace of the row. */
async function attempt(
  write: () => Promise<readonly OperationOutcome[]>,
): Promise<readonly OperationOutcome[] | 'threw'> {
  try {
    return await write();
  } catch {
    return 'threw';
  }
}

function describeRefusals(check: Check): void {
  check(
    'a second record with a unique value is kept out, alone',
    async ({ create: make, find, write, expect }) => {
      const taken = await make('company', { name: 'First', orgNumber: '556000-0001' });
      const operations = [
        create(0, 'company', { name: 'Good' }),
        create(1, 'company', { name: 'Bad', orgNumber: '556000-0001' }),
        create(2, 'company', { name: 'Also good' }),
      ];
      const outcomes = await attempt(() => write(operations));
      const wrote = outcomes === 'threw' ? 0 : 1;
      if (outcomes !== 'threw') {
        expect(statuses(outcomes)).toEqual(['written', 'refused', 'written']);
        expect(codes(outcomes)[1]).toEqual('unique-violation');
      }
      expect((await find('company', { name: 'Good' })).length).toEqual(wrote);
      expect((await find('company', { name: 'Also good' })).length).toEqual(wrote);
      expect(await find('company', { orgNumber: '556000-0001' })).toEqual([taken]);
    },
  );
  check('a row is taken whole or not at all', async ({ create: make, find, write, expect }) => {
    await make('contact', { name: 'First', email: 'ann@example.com' });
    const operations = [
      { ...create(0, 'company', { name: 'Of the bad row' }), row: 2 },
      { ...create(1, 'contact', { email: 'ann@example.com' }), row: 2, parentRecord: 0 },
    ];
    const outcomes = await attempt(() => write(operations));
    if (outcomes !== 'threw') expect(statuses(outcomes)).toEqual(['refused', 'refused']);
    expect(await find('company', { name: 'Of the bad row' })).toEqual([]);
  });
  check(
    'what needs a refused record is refused too',
    async ({ create: make, find, write, expect }) => {
      await make('company', { name: 'First', orgNumber: '556000-0001' });
      const operations = [
        { ...create(0, 'company', { name: 'Bad', orgNumber: '556000-0001' }), row: 2 },
        { ...create(1, 'contact', { name: 'Child of bad' }), row: 3, parentRecord: 0 },
      ];
      const outcomes = await attempt(() => write(operations));
      if (outcomes !== 'threw')
        expect(codes(outcomes)).toEqual(['unique-violation', 'depends-on-refused']);
      expect(await find('contact', { name: 'Child of bad' })).toEqual([]);
    },
  );
  check('an update of a record that is gone is kept out', async ({ write, expect }) => {
    const outcomes = await attempt(() =>
      write([update('no-such-id', 'company', { name: 'Ghost' })]),
    );
    if (outcomes !== 'threw') expect(statuses(outcomes)).toEqual(['refused']);
  });
  check(
    'all or nothing leaves out the whole batch',
    async ({ create: make, find, write, expect }) => {
      await make('company', { name: 'First', orgNumber: '556000-0001' });
      const operations = [
        create(0, 'company', { name: 'Good' }),
        create(1, 'company', { name: 'Bad', orgNumber: '556000-0001' }),
      ];
      const outcomes = await attempt(() => write(operations, { allOrNothing: true }));
      if (outcomes !== 'threw')
        expect(codes(outcomes)).toEqual(['all-or-nothing', 'unique-violation']);
      expect(await find('company', { name: 'Good' })).toEqual([]);
    },
  );
}

function describeFields(check: Check): void {
  check(
    'a custom field is made once, told of, and written like any other',
    async ({ adapter, context, create, read, expect }) => {
      if (adapter.createField === undefined) return;
      const field = {
        entity: 'company',
        field: 'favouriteColour',
        label: 'Favourite colour',
        type: 'text' as const,
      };
      await adapter.createField(field, context());
      await adapter.createField(field, context());
      const fields = await adapter.fields?.('company', context());
      if (fields !== undefined)
        expect(fields['favouriteColour']?.label).toEqual('Favourite colour');
      const id = await create('company', { name: 'Acme', favouriteColour: 'blue' });
      expect((await read('company', id))?.values['favouriteColour']).toEqual('blue');
    },
  );
}
