import { describe, expect, test } from 'vitest';
import type { PersistenceAdapter, WriteContext } from '../adapter/PersistenceAdapter.ts';
import { ImportError } from '../issue/ImportError.ts';
import { commit, plan, scene, type Scene } from './commitPlan.fixture.ts';
import type { OutcomeBlock } from './OutcomeBlock.ts';

/** What happens in a transaction of the scene's adapter, before it is committed. */
type Inside = (settle: () => Promise<void>, transaction: string) => Promise<void>;

/** A scene whose adapter writes in transactions, and lets in on them. */
function transacting(base: Scene, inside: Inside): Scene {
  let transactions = 0;
  const adapter: PersistenceAdapter = {
    ...base.memory,
    async write(batch, context: WriteContext) {
      transactions += 1;
      const transaction = `transaction ${transactions}`;
      const outcomes = await base.memory.write(batch, context);
      await inside(async () => await context.settle?.(outcomes, transaction), transaction);
      return outcomes;
    },
  };
  return { ...base, adapter };
}

/** Notes what the host is told. */
function host(): {
  readonly told: (readonly [string, unknown])[];
  readonly onOutcomes: (block: OutcomeBlock, transaction?: unknown) => void;
} {
  const told: (readonly [string, unknown])[] = [];
  return {
    told,
    onOutcomes: ({ rowNumbers }, transaction) =>
      void told.push([rowNumbers.join(' '), transaction]),
  };
}

const rows = [
  ['Acme', 'a@x.se'],
  ['Acme', 'b@x.se'],
  ['Beta', 'c@x.se'],
  ['Beta', 'd@x.se'],
];
const base = (): Scene => scene(['company.name!', 'contact.email!'], rows);
const running = { batchRows: 2, parallel: 1 };

describe('outcomes inside the transaction of the adapter', () => {
  test('are told there and only there, and later batches build on them', async () => {
    const { told, onOutcomes } = host();
    const set = transacting(base(), async (settle) => await settle());
    const { result, rows: outcomes } = await commit(set, await plan(set), {
      ...running,
      onOutcomes,
    });
    expect(result.status).toBe('completed');
    expect(told).toEqual([
      ['2 3', 'transaction 1'],
      ['4 5', 'transaction 2'],
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(rows.map(() => 'written'));
    const parents = set.memory.records('contact').map(({ parentId }) => parentId);
    expect(parents).toEqual([1, 1, 2, 2].map((at) => set.memory.records('company')[at - 1]?.id));
  });

  test('are told after the answer where the adapter lets nobody in', async () => {
    const { told, onOutcomes } = host();
    const set = base();
    await commit(set, await plan(set), { ...running, onOutcomes });
    expect(told).toEqual([
      ['2 3', undefined],
      ['4 5', undefined],
    ]);
  });

  test('are told again where the transaction was rolled back', async () => {
    const { told, onOutcomes } = host();
    const set = transacting(base(), async (settle, transaction) => {
      await settle();
      if (transaction !== 'transaction 1') return;
      throw new ImportError('adapter-failed', 'The connection is gone.', { transient: true });
    });
    const { result } = await commit(set, await plan(set), { ...running, onOutcomes });
    expect(result.status).toBe('completed');
    expect(told).toEqual([
      ['2 3', 'transaction 1'],
      ['2 3', 'transaction 2'],
      ['4 5', 'transaction 3'],
    ]);
    expect(set.memory.records('contact')).toHaveLength(4);
  });

  test('what a refused row holds back is worked out once, though it is told of twice', async () => {
    const set = transacting(
      scene(
        ['company.name!', 'contact.email!'],
        [
          ['Acme', 'taken@x.se'],
          ['Acme', 'b@x.se'],
        ],
      ),
      async (settle) => {
        await settle();
        await settle();
      },
    );
    const refusing: PersistenceAdapter = {
      ...set.adapter!,
      write: (batch, context: WriteContext) =>
        batch.operations[0]?.row === 2
          ? Promise.resolve(
              batch.operations.map(() => ({ status: 'refused', code: 'no', message: '' }) as const),
            ).then(async (answers) => {
              await context.settle?.(answers, 'refused');
              await context.settle?.(answers, 'refused');
              return answers;
            })
          : set.adapter!.write(batch, context),
    };
    const refused = { ...set, adapter: refusing };
    const { rows: outcomes } = await commit(refused, await plan(refused), {
      batchRows: 500,
      onOutcomes: () => undefined,
    });
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'written']);
    expect(set.memory.records('contact').map(({ values }) => values['email'])).toEqual(['b@x.se']);
  });

  test.each(['rows on their own', 'all or nothing'])(
    'a host that can not note them ends the import, and no row is blamed: %s',
    async (policy) => {
      let transactions = 0;
      const set = transacting(base(), async (settle) => {
        transactions += 1;
        await settle();
      });
      const { result, rows: outcomes } = await commit(set, await plan(set), {
        batchRows: 500,
        policy: { allOrNothing: policy === 'all or nothing' },
        onOutcomes: () => {
          throw new Error('disk full');
        },
      });
      expect(result).toMatchObject({
        status: 'failed',
        error: { code: 'adapter-failed', params: { reason: 'disk full' } },
      });
      expect(transactions).toBe(1);
      expect(outcomes.map(({ status }) => status)).toEqual(rows.map(() => 'pending'));
    },
  );

  test('all or nothing is told inside, too', async () => {
    const { told, onOutcomes } = host();
    const set = transacting(base(), async (settle) => await settle());
    await commit(set, await plan(set), { policy: { allOrNothing: true }, onOutcomes });
    expect(told).toEqual([['2 3 4 5', 'transaction 1']]);
  });
});
