import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryAdapter, type MemoryAdapter } from '../adapter/memoryAdapter.ts';
import type {
  OperationOutcome,
  PersistenceAdapter,
  WriteBatch,
} from '../adapter/PersistenceAdapter.ts';
import { DEFAULT_POLICY, type ImportPolicy } from '../plan/Plan.ts';
import { planBlocks } from '../plan/planBlocks.ts';
import { planImport } from '../plan/planImport.ts';
import { crm, mappingOf, recordBlocks } from '../plan/recordBlocks.fixture.ts';
import type { RowOutcome } from './Commit.ts';
import { rowsOf } from './commitPlan.fixture.ts';
import { commitPlan } from './commitPlan.ts';
import { cells, specs, stored, storeOf } from './modelWorld.fixture.ts';
import { rowOutcome } from './rowOutcome.ts';
import { sequentialModel, type ModelRow } from './sequentialModel.fixture.ts';

const columns = mappingOf(specs);
const context = { importId: 'import-1', settings: {} };
const retry = { attempts: 20, delayMs: 0 };

const cell = (...texts: string[]) => fc.constantFrom<string | null>(null, ...texts);
const keyed: fc.Arbitrary<ModelRow> = fc.record({
  id: fc.constant(null),
  name: cell('Acme', 'acme', 'Beta', 'Twin', 'New', ' NEW', 'Other'),
  city: cell('Lund', 'Malmö'),
  orgNumber: fc.constant(null),
  email: cell('a@x.se', 'A@X.SE', 'c@x.se', 'n@x.se'),
  contact: cell('Ann', 'Bo'),
});
/** Rows whose contact has a company: looked for everywhere, it could be found where a later row put it. */
const inCompany: fc.Arbitrary<ModelRow> = keyed.map((row) =>
  row.name === null && row.city === null ? { ...row, name: 'Other' } : row,
);
const anyRow: fc.Arbitrary<ModelRow> = fc
  .tuple(keyed, cell('A', 'B', 'X1'), cell('1', '2', '3', '4'), fc.integer({ min: 0, max: 5 }))
  .map(([row, id, orgNumber, rare]) => ({
    ...row,
    id: rare === 0 ? id : null,
    orgNumber: rare < 3 ? orgNumber : null,
  }));
const policies: fc.Arbitrary<ImportPolicy> = fc.record({
  mode: fc.constantFrom('create-and-update', 'create-and-update', 'create', 'update'),
  ambiguous: fc.constantFrom('create', 'skip'),
  allOrNothing: fc.constant(false),
});
const sizes = fc.record({
  size: fc.integer({ min: 1, max: 9 }),
  batchRows: fc.integer({ min: 1, max: 7 }),
  parallel: fc.integer({ min: 1, max: 4 }),
});
/** What happens to the calls of an adapter, one after the other. */
const troubles = fc.array(fc.constantFrom('fine', 'fine', 'fails', 'answer lost', 'late'), {
  maxLength: 12,
});

const transient = (): Error => Object.assign(new Error('busy'), { transient: true });

function troubled(memory: MemoryAdapter, calls: readonly string[]): PersistenceAdapter {
  let next = 0;
  const meet = async <T>(call: () => Promise<T>): Promise<T> => {
    const trouble = calls[next];
    next += 1;
    if (trouble === 'fails') throw transient();
    if (trouble === 'late') await new Promise((resolve) => setTimeout(resolve, 2));
    const answer = await call();
    if (trouble === 'answer lost') throw transient();
    return answer;
  };
  return {
    lookup: (request, call) => meet(() => memory.lookup(request, call)),
    write: (batch, call) => meet(() => memory.write(batch, call)),
  };
}

describe('an import has the effect of its rows one after the other', () => {
  test(
    'whatever the blocks, batches, workers and passing failures',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyRow, { maxLength: 25 }),
          policies,
          sizes,
          troubles,
          async (rows, policy, { size, ...run }, calls) => {
            const memory = memoryAdapter(crm, { records: stored });
            const shared = {
              schema: crm,
              columns,
              policy,
              adapter: troubled(memory, calls),
              context,
              retry,
            };
            const plan = await planImport(recordBlocks(specs, cells(rows), { size }), shared);
            const result = await commitPlan(plan, { ...shared, ...run });
            const model = sequentialModel(stored, rows, { policy });
            expect(rowsOf(result).map(({ status }) => status)).toEqual(model.statuses);
            expect(storeOf(memory)).toEqual(model.store);
          },
        ),
        { numRuns: 400 },
      );
    },
  );

  test(
    'also when the store refuses rows, which then have no effect at all',
    { timeout: 120_000 },
    async () => {
      const refusals = fc.uniqueArray(fc.integer({ min: 0, max: 24 }), { maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(
          fc.array(inCompany, { maxLength: 25 }),
          refusals,
          sizes,
          fc.boolean(),
          async (rows, refused, { size, ...run }, throws) => {
            const memory = memoryAdapter(crm, { records: stored });
            const numbers = new Set(refused.map((index) => index + 2));
            const adapter = {
              ...memory,
              write: (batch: WriteBatch) => refusing(memory, batch, { numbers, throws }),
            };
            const shared = { schema: crm, columns, adapter, context, retry };
            const plan = await planImport(recordBlocks(specs, cells(rows), { size }), shared);
            const result = await commitPlan(plan, { ...shared, ...run });
            const model = sequentialModel(stored, rows, {
              policy: DEFAULT_POLICY,
              refused: new Set(refused),
            });
            const seen = (statuses: readonly string[]): readonly string[] =>
              statuses.map((status, index) =>
                refused.includes(index) ? 'refused or unchanged' : taken(status),
              );
            expect(seen(rowsOf(result).map(({ status }) => status))).toEqual(seen(model.statuses));
            expect(storeOf(memory)).toEqual(model.store);
          },
        ),
        { numRuns: 400 },
      );
    },
  );

  test('a plan that is streamed is the plan that is collected', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { maxLength: 20 }),
        sizes,
        async (rows, { size, ...run }) => {
          const memory = memoryAdapter(crm, { records: stored });
          const shared = { schema: crm, columns, adapter: memory, context };
          // The plan reads the store as it was: what is written meanwhile must not be seen by it.
          const before = memoryAdapter(crm, { records: stored });
          const blocks = planBlocks(recordBlocks(specs, cells(rows), { size }), {
            ...shared,
            adapter: before,
          });
          const result = await commitPlan(blocks, { ...shared, ...run });
          const model = sequentialModel(stored, rows, { policy: DEFAULT_POLICY });
          expect(rowsOf(result).map(({ status }) => status)).toEqual(model.statuses);
          expect(storeOf(memory)).toEqual(model.store);
        },
      ),
      { numRuns: 100 },
    );
  });
});

/**
 * A row may be sent together with a refused one before it, and so be written (or refused) though after that one's refusal it
 * changes nothing. What is stored in the end is the same.
 */
const taken = (status: string): string => (status === 'unchanged' ? 'written' : status);

describe('running twice', () => {
  test('the same file again writes nothing', { timeout: 120_000 }, async () => {
    const consistent = fc
      .tuple(
        fc.constantFrom('Acme', 'Beta', 'New', 'Other', 'Third'),
        fc.constantFrom('a@x.se', 'n@x.se', 'm@x.se'),
      )
      .map(([name, email]): ModelRow => ({
        id: null,
        name,
        city: `${name} city`,
        orgNumber: `nr ${name}`,
        email,
        contact: `${name} ${email}`,
      }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(consistent, { minLength: 1, maxLength: 25 }),
        sizes,
        async (rows, { size, ...run }) => {
          const memory = memoryAdapter(crm, { records: stored });
          const shared = { schema: crm, columns, adapter: memory, context };
          const blocks = () => recordBlocks(specs, cells(rows), { size });
          await commitPlan(await planImport(blocks(), shared), { ...shared, ...run });
          const after = storeOf(memory);
          const again = await planImport(blocks(), shared);
          expect(again.summary.statuses).toMatchObject({
            unchanged: rows.length,
            create: 0,
            update: 0,
            reject: 0,
          });
          let writes = 0;
          const counting: PersistenceAdapter = {
            ...memory,
            write: (batch, call) => ((writes += 1), memory.write(batch, call)),
          };
          await commitPlan(again, { ...shared, adapter: counting, ...run, run: 2 });
          expect([writes, storeOf(memory)]).toEqual([0, after]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test(
    'a process that dies in the middle and starts again neither loses nor doubles a row',
    { timeout: 120_000 },
    async () => {
      const keyless = fc.array(
        fc.oneof(
          keyed,
          keyed.map((row) => ({ ...row, name: null, city: 'No key' })),
        ),
        { minLength: 1, maxLength: 25 },
      );
      const death = fc.record({ at: fc.integer({ min: 0, max: 8 }), lostAnswers: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(
          keyless,
          sizes,
          death,
          async (rows, { size, ...run }, { at, lostAnswers }) => {
            const memory = memoryAdapter(crm, { records: stored });
            const shared = { schema: crm, columns, adapter: memory, context };
            const plan = await planImport(recordBlocks(specs, cells(rows), { size }), shared);
            const done = new Map<number, RowOutcome>();
            const { adapter, dead } = mortal(memory, at, lostAnswers);
            const first = commitPlan(plan, {
              ...shared,
              adapter,
              ...run,
              timeoutMs: 0,
              onOutcomes: (block) => {
                for (let r = 0; r < block.size; r += 1)
                  done.set(block.rowNumbers[r] ?? 0, rowOutcome(block, r));
              },
            });
            await Promise.race([first, dead]);
            const result = await commitPlan(plan, {
              ...shared,
              ...run,
              done: (row) => done.get(row),
            });
            const model = sequentialModel(stored, rows, { policy: DEFAULT_POLICY });
            expect(rowsOf(result).map(({ status }) => status)).toEqual(model.statuses);
            expect(storeOf(memory)).toEqual(model.store);
          },
        ),
        { numRuns: 300 },
      );
    },
  );
});

/** Dies at some write: that one and all later ones are never answered, though they may have been carried out. */
function mortal(
  memory: MemoryAdapter,
  at: number,
  lostAnswers: boolean,
): { readonly adapter: PersistenceAdapter; readonly dead: Promise<void> } {
  let writes = 0;
  let die: () => void = () => undefined;
  const dead = new Promise<void>((resolve) => {
    die = () => setTimeout(resolve, 1);
  });
  const adapter: PersistenceAdapter = {
    ...memory,
    async write(batch, call) {
      writes += 1;
      if (writes <= at) return memory.write(batch, call);
      if (lostAnswers) await memory.write(batch, call);
      die();
      return new Promise(() => undefined);
    },
  };
  return { adapter, dead };
}

/** Refuses rows by number, as the contract says, or throws at them. */
async function refusing(
  memory: MemoryAdapter,
  batch: WriteBatch,
  { numbers, throws }: { readonly numbers: ReadonlySet<number>; readonly throws: boolean },
): Promise<readonly OperationOutcome[]> {
  const gone = new Set<number>();
  const rows = new Set(batch.operations.map(({ row }) => row).filter((row) => numbers.has(row)));
  if (throws && rows.size > 0) throw new Error('refused');
  for (const row of new Set(batch.operations.map((operation) => operation.row))) {
    const own = batch.operations.filter((operation) => operation.row === row);
    const needs = own.some(({ id, action, record, parentRecord }) => {
      const updatesGone = action === 'update' && id === null && gone.has(record);
      return updatesGone || (parentRecord !== null && gone.has(parentRecord));
    });
    if (needs) rows.add(row);
    if (rows.has(row))
      for (const { action, record } of own) if (action === 'create') gone.add(record);
  }
  const rest = batch.operations.filter(({ row }) => !rows.has(row));
  const written = [...(await memory.write({ id: batch.id, operations: rest }, context))];
  return batch.operations.map(({ row }) => {
    if (!rows.has(row)) return written.shift() ?? { status: 'refused', code: 'lost', message: '' };
    return {
      status: 'refused',
      code: numbers.has(row) ? 'blocked' : 'depends-on-refused',
      message: 'blocked',
    };
  });
}
