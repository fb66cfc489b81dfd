import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import type { LookupRequest, PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import type { RecordBlock } from '../records/Records.ts';
import type { Value } from '../schema/Schema.ts';
import type { PlanBlock } from './Plan.ts';
import { planBlocks } from './planBlocks.ts';
import { plannedRow } from './plannedRow.ts';
import type { PlanOptions } from './PlanRun.ts';
import {
  brief,
  crm,
  mappingOf,
  planned,
  recordBlocks,
  type ColumnSpec,
} from './recordBlocks.fixture.ts';

const context = { importId: 'test', settings: {} };
const acme = { id: 'A', values: { name: 'Acme', city: 'Lund' } };

/** An adapter that notes what it is asked. */
function listening(base: PersistenceAdapter): {
  readonly adapter: PersistenceAdapter;
  readonly calls: LookupRequest[];
} {
  const calls: LookupRequest[] = [];
  const adapter: PersistenceAdapter = {
    ...base,
    lookup: (request, call) => {
      calls.push(request);
      return base.lookup(request, call);
    },
  };
  return { adapter, calls };
}

async function collect(
  specs: readonly ColumnSpec[],
  rows: readonly (readonly Value[])[],
  options: Partial<PlanOptions> & { readonly size?: number },
): Promise<readonly PlanBlock[]> {
  const { adapter = memoryAdapter(crm), size = 1024, ...more } = options;
  const blocks = recordBlocks(specs, rows, { size });
  const all: PlanBlock[] = [];
  for await (const block of planBlocks(blocks, {
    schema: crm,
    columns: mappingOf(specs),
    adapter,
    context,
    ...more,
  }))
    all.push(block);
  return all;
}

describe('look-ups', () => {
  const specs = ['company.name!', 'contact.email!', 'contact.name'];
  const rows = Array.from({ length: 100 }, (_, i) => [
    `Company ${i % 10}`,
    `c${i}@x.se`,
    `Name ${i}`,
  ]);
  const stored = {
    company: Array.from({ length: 10 }, (_, i) => ({
      id: `c${i}`,
      values: { name: `Company ${i}` },
    })),
  };

  test('one call for each entity and block, children after their parents, every key once', async () => {
    const { adapter, calls } = listening(memoryAdapter(crm, { records: stored }));
    await collect(specs, rows, { adapter });
    expect(calls.map(({ entity, keys }) => [entity, keys.length])).toEqual([
      ['company', 10],
      ['contact', 100],
    ]);
    expect(calls[0]?.parentIds).toBeUndefined();
    expect(calls[1]?.parentIds?.slice(0, 3)).toEqual(['c0', 'c1', 'c2']);
  });

  test('nothing is asked about what is inside a parent that is new', async () => {
    const { adapter, calls } = listening(memoryAdapter(crm));
    await collect(specs, rows, { adapter });
    expect(calls.map(({ entity }) => entity)).toEqual(['company']);
  });

  test('unique values that are no match key are asked about in one call a block too', async () => {
    const { adapter, calls } = listening(memoryAdapter(crm, { records: stored }));
    const numbered = Array.from({ length: 200 }, (_, i) => [`New ${i}`, `55-${i}`]);
    await collect(['company.name!', 'company.orgNumber'], numbered, { adapter });
    expect(calls.map(({ fields, keys }) => [fields[0], keys.length])).toEqual([
      ['name', 200],
      ['orgNumber', 200],
    ]);
  });

  test('without match columns nothing is asked at all', async () => {
    const { adapter, calls } = listening(memoryAdapter(crm));
    await collect(['company.name', 'company.city'], [['A', 'B']], { adapter });
    expect(calls).toEqual([]);
  });

  test('a match on a field that is still to be made is a match inside the file', async () => {
    const target = {
      kind: 'new-field',
      entity: 'company',
      field: 'code',
      label: 'Code',
      type: 'text',
    } as const;
    const { adapter, calls } = listening(memoryAdapter(crm));
    const blocks = await collect(
      [{ to: 'company.code!', target }, 'company.city'],
      [
        ['x', 'Lund'],
        ['X', 'Malmö'],
      ],
      { adapter },
    );
    expect(calls).toEqual([]);
    expect(brief(plannedRow(blocks[0] as PlanBlock, 1))).toBe('update: update company #0');
  });

  test('the next block is asked about while one is waited for', async () => {
    const log: string[] = [];
    const base = memoryAdapter(crm);
    const adapter: PersistenceAdapter = {
      ...base,
      async lookup(request, call) {
        const name = String(request.keys[0]?.[0]);
        log.push(`ask ${name}`);
        await new Promise((resolve) => setTimeout(resolve, 2));
        log.push(`answer ${name}`);
        return base.lookup(request, call);
      },
    };
    await collect(['company.name!'], [['a'], ['b'], ['c']], { adapter, size: 1 });
    expect(log.indexOf('ask b')).toBeLessThan(log.indexOf('answer a'));
  });
});

describe('cancel', () => {
  test('rejects with the reason, before the first block and between blocks', async () => {
    const reason = new Error('enough');
    const aborted = AbortSignal.abort(reason);
    await expect(collect(['company.name!'], [['a']], { signal: aborted })).rejects.toBe(reason);
    const controller = new AbortController();
    const onProgress = (rows: number): void => {
      if (rows === 2) controller.abort(reason);
    };
    const rows = Array.from({ length: 9 }, (_, i) => [`Company ${i}`]);
    await expect(
      collect(['company.name!'], rows, { signal: controller.signal, onProgress, size: 1 }),
    ).rejects.toBe(reason);
  });

  test('a look-up that never answers is left', async () => {
    const controller = new AbortController();
    const adapter: PersistenceAdapter = {
      lookup: () => {
        setTimeout(() => controller.abort(new Error('enough')), 1);
        return new Promise(() => undefined);
      },
      write: () => Promise.resolve([]),
    };
    await expect(
      collect(['company.name!'], [['a']], { adapter, signal: controller.signal }),
    ).rejects.toThrow('enough');
  });
});

describe('what is told of rows', () => {
  test('excluded rows are skipped, by the option or by their block', async () => {
    const { rows } = await planned(
      ['company.name!', 'company.city'],
      [
        ['New', 'a'],
        ['New', 'b'],
      ],
      { excluded: [2] },
    );
    expect(rows.map(brief)).toEqual(['skip: ', 'create: create company #0']);
    async function* marked(): AsyncIterable<RecordBlock> {
      for await (const block of recordBlocks(['company.name!'], [['One'], ['Two']]))
        yield { ...block, excluded: Uint8Array.of(0, 1) };
    }
    const all: string[] = [];
    const options = {
      schema: crm,
      columns: mappingOf(['company.name!']),
      adapter: memoryAdapter(crm),
      context,
    };
    for await (const block of planBlocks(marked(), options))
      for (const r of [0, 1]) all.push(plannedRow(block, r).status);
    expect(all).toEqual(['create', 'skip']);
  });

  test('a row with an error has no effect; the next one with its key creates the record', async () => {
    const issues = [
      {
        code: 'email-invalid',
        severity: 'error' as const,
        row: 2,
        field: 'email',
        params: { value: 'x' },
      },
    ];
    const { rows, summary } = await planned(
      ['company.name!', 'contact.email!'],
      [
        ['New', null],
        ['New', 'b@x.se'],
      ],
      { issues },
    );
    expect(rows.map(brief)).toEqual(['reject: ', 'create: create company #0, create contact #1']);
    expect(summary.issues).toMatchObject([
      { code: 'email-invalid', value: 'x', count: 1, firstRows: [2] },
    ]);
  });

  test('issues say where and why', async () => {
    const company = [
      acme,
      { id: 'T1', values: { name: 'Twin' } },
      { id: 'T2', values: { name: 'Twin' } },
      { id: 'P1', values: { name: 'Pair' } },
      { id: 'P2', values: { name: 'Pair' } },
    ];
    const { rows } = await planned(
      ['company.id', 'company.name!', 'company.orgNumber', 'company.owner'],
      [
        ['99', 'Twin', null, null],
        [null, 'One', '1', 'Nobody'],
        [null, 'Two', '2', 'pair'],
        [null, 'Three', '3', null],
        [null, 'Four', '3', null],
      ],
      { stored: { company } },
    );
    expect(rows.map(({ issues }) => issues)).toEqual([
      [
        {
          code: 'id-unknown',
          severity: 'warning',
          row: 2,
          column: 0,
          entity: 'company',
          field: 'id',
          params: { value: '99' },
        },
        {
          code: 'ambiguous-match',
          severity: 'warning',
          row: 2,
          entity: 'company',
          params: { candidates: ['T1', 'T2'], count: 2, value: 'Twin (T1), Twin (T2)' },
        },
      ],
      [
        {
          code: 'reference-unknown',
          severity: 'error',
          row: 3,
          column: 3,
          entity: 'company',
          field: 'owner',
          params: { value: 'Nobody', label: 'Owner', count: 0 },
        },
      ],
      [
        {
          code: 'reference-ambiguous',
          severity: 'error',
          row: 4,
          column: 3,
          entity: 'company',
          field: 'owner',
          params: { value: 'pair', label: 'Owner', count: 2 },
        },
      ],
      [],
      [
        {
          code: 'not-unique',
          severity: 'error',
          row: 6,
          column: 2,
          entity: 'company',
          field: 'orgNumber',
          params: { value: '3', label: 'Org. number', firstRow: 5 },
        },
      ],
    ]);
    expect(rows[0]?.records[0]).toMatchObject({
      match: 'ambiguous',
      candidates: ['T1', 'T2'],
      id: null,
    });
  });

  test('a record that lies in another parent than its row says stays there, with a warning', async () => {
    const { rows } = await planned(
      ['company.name!', 'contact.id', 'contact.name'],
      [
        ['Beta', 'ann', 'Anna'],
        ['Acme', 'ann', 'Ann'],
      ],
      {
        stored: {
          company: [acme, { id: 'B', values: { name: 'Beta' } }],
          contact: [{ id: 'ann', values: { name: 'Ann', email: 'a@x.se' }, parentId: 'A' }],
        },
      },
    );
    expect(rows.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      ['parent-differs'],
      [],
    ]);
    expect(rows.map(brief)).toEqual([
      'update: unchanged company B, update contact ann',
      'update: unchanged company A, update contact ann',
    ]);
  });

  test('the summary counts rows by status and records by what becomes of them', async () => {
    const { summary } = await planned(
      ['company.name!', 'company.city', 'contact.email', 'contact.name'],
      [
        ['New', 'a', 'a@x.se', 'A'],
        ['New', 'b', 'b@x.se', 'B'],
        ['Acme', 'Lund', null, null],
        ['Acme', 'Malmö', null, null],
        [null, 'nowhere', null, null],
        ['Other', null, null, 'no mail'],
      ],
      { stored: { company: [acme] }, size: 2 },
    );
    expect(summary).toEqual({
      rows: 6,
      statuses: { reject: 1, ambiguous: 0, create: 3, update: 1, unchanged: 1, skip: 0 },
      entities: {
        company: { create: 2, update: 1, unchanged: 0, skip: 0 },
        contact: { create: 2, update: 0, unchanged: 0, skip: 0 },
      },
      updating: 2,
      keyEmpty: 1,
      issues: [
        expect.objectContaining({
          code: 'required',
          entity: 'contact',
          field: 'email',
          column: 2,
          count: 1,
          firstRows: [7],
        }),
      ],
    });
  });

  test('a default never replaces what is stored; it adds to a list', async () => {
    async function* withDefaults(): AsyncIterable<RecordBlock> {
      for await (const block of recordBlocks(
        ['company.name!', 'company.city'],
        [
          ['Acme', 'Default'],
          ['New', 'Default'],
        ],
      )) {
        const [company] = block.entities;
        if (company === undefined) return;
        const [name, city] = company.fields;
        if (name === undefined || city === undefined) return;
        const tags = { field: 'tags', column: null, values: [['b'], ['b']] };
        // The cells of the city are empty in the file: their values are a default.
        yield {
          ...block,
          entities: [{ ...company, fields: [name, { ...city, blank: Uint8Array.of(1, 2) }, tags] }],
        };
      }
    }
    const adapter = memoryAdapter(crm, {
      records: { company: [{ id: 'A', values: { name: 'Acme', city: 'Lund', tags: ['a'] } }] },
    });
    const options = {
      schema: crm,
      columns: mappingOf(['company.name!', 'company.city']),
      adapter,
      context,
    };
    for await (const block of planBlocks(withDefaults(), options)) {
      expect(plannedRow(block, 0).records[0]?.changes).toEqual([
        { field: 'tags', from: ['a'], to: ['a', 'b'] },
      ]);
      expect(plannedRow(block, 1).records[0]?.values).toEqual({
        name: 'New',
        city: 'Default',
        tags: ['b'],
      });
    }
    expect.assertions(2);
  });

  test('what earlier runs did names the records, without planning those rows again', async () => {
    const { rows } = await planned(
      ['company.name', 'company.city', 'contact.email'],
      [
        ['Acme', 'Malmö', 'a@x.se'],
        ['Acme', 'Malmö', 'b@x.se'],
        ['Other', null, null],
      ],
      {
        stored: {
          company: [acme],
          contact: [{ id: 'a', values: { email: 'a@x.se' }, parentId: 'A' }],
        },
        known: (row) => {
          if (row === 2)
            return {
              done: true,
              records: [
                { entity: 'company', id: 'A' },
                { entity: 'contact', id: 'a' },
              ],
            };
          return row === 3 ? { done: false, records: [{ entity: 'company', id: 'A' }] } : undefined;
        },
      },
    );
    expect(rows.map(brief)).toEqual([
      'unchanged: unchanged company A, unchanged contact a',
      'create: update company A, create contact #2',
      'create: create company #3',
    ]);
  });

  test('a plan is plain data: it survives being sent to another thread', async () => {
    const blocks = await collect(
      ['company.name!', 'company.owner'],
      [
        ['One', null],
        ['Two', 'One'],
        ['Two', 'two'],
      ],
      {},
    );
    const sent = structuredClone(blocks);
    expect(sent).toEqual(blocks);
    expect(plannedRow(sent[0] as PlanBlock, 1).records[0]?.values).toEqual({
      name: 'Two',
      owner: 'One',
    });
    expect([...(sent[0]?.entities[0]?.references ?? [])]).toEqual([
      [1, { owner: 0 }],
      [2, { owner: 1 }],
    ]);
  });
});
