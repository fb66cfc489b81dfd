import { deserialize, serialize } from 'node:v8';
import {
  commitPlan,
  DEFAULT_POLICY,
  memoryAdapter,
  planBlocks,
  RECORD_ACTIONS,
  rowOutcome,
  type PlanBlock,
  type RecordBlock,
} from '@importera/engine';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cells, specs, stored, storeOf } from '../../../engine/src/commit/modelWorld.fixture.ts';
import {
  sequentialModel,
  type ModelRow,
} from '../../../engine/src/commit/sequentialModel.fixture.ts';
import { crm, mappingOf, recordBlocks } from '../../../engine/src/plan/recordBlocks.fixture.ts';
import { inFileOrder } from './inFileOrder.ts';
import { splitPlan } from './splitPlan.ts';

const columns = mappingOf(specs);
const context = { importId: 'import-1', settings: {} };

const cell = (...texts: string[]) => fc.constantFrom<string | null>(null, ...texts);
const companies = ['Acme', 'acme', 'Beta', 'Twin', 'New', ' NEW', 'C1', 'C2', 'C3', 'C4'];
const anyRow: fc.Arbitrary<ModelRow> = fc.record({
  id: fc.oneof(
    { weight: 9, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: cell('A', 'B', 'X') },
  ),
  name: fc.constantFrom(...companies),
  city: cell('Lund', 'Malmö', 'Kiruna'),
  orgNumber: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: cell('1', '2', '3', '4') },
  ),
  email: cell('a@x.se', 'n@x.se', 'm@x.se', 'o@x.se'),
  contact: cell('Ann', 'Bo', 'Cia'),
});
const sizes = fc.record({
  size: fc.integer({ min: 1, max: 9 }),
  batchRows: fc.integer({ min: 1, max: 12 }),
});

/** The batches of a plan: the pieces of each in the order they were given. */
async function split(
  blocks: AsyncIterable<PlanBlock>,
  batchRows: number,
): Promise<ReadonlyMap<number, readonly PlanBlock[]>> {
  const splitter = splitPlan(batchRows);
  const pieces = [];
  for await (const block of blocks) pieces.push(...splitter.add(block));
  const { pieces: last, batches, links } = splitter.end();
  const found = new Map<number, PlanBlock[]>();
  for (const { batch, block } of [...pieces, ...last]) {
    const root = links.get(batch) ?? batch;
    found.set(root, [...(found.get(root) ?? []), deserialize(serialize(block)) as PlanBlock]);
  }
  const sizesOf = [...found].map(([batch, own]) => [
    batch,
    own.reduce((sum, { size }) => sum + size, 0),
  ]);
  expect(new Map(sizesOf as [number, number][])).toEqual(
    new Map(batches.filter(({ rows }) => rows > 0).map(({ number, rows }) => [number, rows])),
  );
  return found;
}

/** Numbers of the records a batch touches, and of those it writes. */
function recordsOf(blocks: readonly PlanBlock[]): {
  readonly touched: ReadonlySet<number>;
  readonly written: ReadonlySet<number>;
} {
  const touched = new Set<number>();
  const written = new Set<number>();
  for (const { size, entities } of blocks) {
    for (const { actions, recordNumbers, parentNumbers } of entities) {
      for (let r = 0; r < size; r += 1) {
        const action = RECORD_ACTIONS[actions[r] ?? 0];
        if (action === 'none') continue;
        touched.add(recordNumbers[r] ?? -1).add(parentNumbers[r] ?? -1);
        if (action === 'create' || action === 'update') written.add(recordNumbers[r] ?? -1);
      }
    }
  }
  return { touched, written };
}

describe('a plan split into batches', () => {
  test('has the effect of its rows one after the other, in whatever order batches are written', async () => {
    const order = fc.infiniteStream(fc.nat());
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 1, maxLength: 40 }),
        sizes,
        order,
        async (rows, { size, batchRows }, next) => {
          const memory = memoryAdapter(crm, { records: stored });
          const shared = { schema: crm, columns, adapter: memory, context };
          const blocks = planBlocks(recordBlocks(specs, cells(rows), { size }), shared);
          const batches = [...(await split(blocks, batchRows)).values()];
          const statuses = new Map<number, string>();
          while (batches.length > 0) {
            const [batch = []] = batches.splice((next.next().value ?? 0) % batches.length, 1);
            const { outcomes } = await commitPlan(streamed(batch), {
              ...shared,
              batchRows,
              parallel: 1,
            });
            for (const block of outcomes)
              for (let r = 0; r < block.size; r += 1)
                statuses.set(block.rowNumbers[r] ?? 0, rowOutcome(block, r).status);
          }
          const model = sequentialModel(stored, rows, { policy: DEFAULT_POLICY });
          expect(rows.map((_, index) => statuses.get(index + 2))).toEqual(model.statuses);
          expect(storeOf(memory)).toEqual(model.store);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('shares no record that one of them writes after another has', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 1, maxLength: 40 }),
        sizes,
        async (rows, { size, batchRows }) => {
          const adapter = memoryAdapter(crm, { records: stored });
          const shared = { schema: crm, columns, adapter, context };
          const blocks = planBlocks(recordBlocks(specs, cells(rows), { size }), shared);
          const batches = [...(await split(blocks, batchRows)).values()].map(recordsOf);
          for (const [at, { written }] of batches.entries())
            for (const other of batches.slice(at + 1))
              expect([...written].filter((record) => other.written.has(record))).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is the plan again when its pieces are put in file order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { minLength: 1, maxLength: 40 }),
        sizes,
        async (rows, { size, batchRows }) => {
          const adapter = memoryAdapter(crm, { records: stored });
          const shared = { schema: crm, columns, adapter, context };
          const plan = () => planBlocks(recordBlocks(specs, cells(rows), { size }), shared);
          const batches = await split(plan(), batchRows);
          const found = inFileOrder([...batches.values()].flat()).flatMap(rowsOf);
          const expected: unknown[] = [];
          for await (const block of plan()) expected.push(...rowsOf(block));
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('keeps blocks as they are where no row belongs elsewhere; new contacts of one stored company need not stay together', async () => {
    const rows = Array.from({ length: 4_096 }, (_, i) => ['Acme', `person${i}@x.se`]);
    const simple = ['company.name!', 'contact.email!'];
    const adapter = memoryAdapter(crm, { records: stored });
    const shared = { schema: crm, columns: mappingOf(simple), adapter, context };
    const splitter = splitPlan(1_024);
    const given: PlanBlock[] = [];
    const pieces = [];
    for await (const block of planBlocks(recordBlocks(simple, rows, { size: 512 }), shared)) {
      given.push(block);
      pieces.push(...splitter.add(block));
    }
    expect(pieces.map(({ batch }) => batch)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    for (const [at, { block }] of pieces.entries()) expect(block).toBe(given[at]);
    expect(splitter.end()).toEqual({
      pieces: [],
      links: new Map(),
      batches: [0, 1, 2, 3].map((number) => ({ number, rows: 1_024 })),
    });
  });

  test('keeps that a value is meant for every record, so that rows planned anew write it too', async () => {
    const specs = ['company.name!', 'company.city'];
    const rows = Array.from({ length: 40 }, (_, i) => [`Company ${i % 10}`, 'Lund']);
    async function* fixed(): AsyncIterable<RecordBlock> {
      for await (const block of recordBlocks(specs, rows, { size: 7 })) {
        const entities = block.entities.map((entity) => ({
          ...entity,
          fields: entity.fields.map((column) =>
            column.field === 'city' ? { ...column, fixed: true as const } : column,
          ),
        }));
        yield { ...block, entities };
      }
    }
    const adapter = memoryAdapter(crm);
    const blocks = planBlocks(fixed(), {
      schema: crm,
      columns: mappingOf(specs),
      adapter,
      context,
    });
    const pieces = [...(await split(blocks, 3)).values()].flat();
    expect(pieces.length).toBeGreaterThan(1);
    for (const { entities, records } of pieces) {
      const fields = [...entities, ...(records?.entities ?? [])].flatMap((part) => part.fields);
      const city = fields.filter(({ field }) => field === 'city');
      expect(city.map((column) => column.fixed)).toEqual(city.map(() => true));
      expect(city.length).toBeGreaterThan(1);
    }
  });

  test('without a limit is one batch', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => [`Company ${i}`]);
    const adapter = memoryAdapter(crm);
    const shared = { schema: crm, columns: mappingOf(['company.name!']), adapter, context };
    const blocks = planBlocks(recordBlocks(['company.name!'], rows, { size: 7 }), shared);
    expect([...(await split(blocks, Number.POSITIVE_INFINITY)).keys()]).toEqual([0]);
  });
});

async function* streamed(blocks: readonly PlanBlock[]): AsyncIterable<PlanBlock> {
  yield* blocks;
}

/** Everything a plan says of each row, and what it was made from. */
function rowsOf({
  size,
  rowNumbers,
  statuses,
  entities,
  issues,
  needs,
  records,
}: PlanBlock): readonly unknown[] {
  return Array.from({ length: size }, (_, r) => ({
    row: rowNumbers[r],
    status: statuses[r],
    needs: needs?.get(r) ?? [],
    issues: issues.filter(({ row }) => row === rowNumbers[r]),
    entities: entities.map((entity) => ({
      entity: entity.entity,
      action: entity.actions[r],
      match: entity.matches[r],
      record: entity.recordNumbers[r],
      parent: entity.parentNumbers[r],
      id: entity.ids[r],
      parentId: entity.parentIds[r],
      values: entity.fields.map(({ field, values, blank }) => [field, values[r], blank?.[r]]),
      changes: entity.changes.get(r) ?? [],
      candidates: entity.candidates.get(r) ?? [],
      references: entity.references?.get(r) ?? {},
    })),
    records: records?.entities.map(({ present, fields }) => [
      present[r],
      ...fields.map(({ values }) => values[r]),
    ]),
  }));
}
