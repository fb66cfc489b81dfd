import type { PostgresAdapter, SqlClient } from '@importera/postgres';

/** What a worker is at when it is killed. `transaction`: records are written, and not yet safe. */
export const PHASES = ['plan', 'write', 'transaction', 'written', 'undo', 'rest'] as const;
export type Phase = (typeof PHASES)[number];

/** How much longer work takes, so that there is time to be killed in, and who is told what is done. */
export interface Pace {
  /** Milliseconds; may change at any time. */
  delayMs(): number;
  tell(phase: Phase): void;
}

/**
 * An adapter that takes its time at each place where a crash might matter, and tells where it is.
 * @param slow the same tables through `pacedClient`: an undo takes its time in each of its transactions.
 */
export function paced(
  adapter: PostgresAdapter,
  slow: Pick<PostgresAdapter, 'undo'>,
  { delayMs, tell }: Pace,
): PostgresAdapter {
  const at = async (phase: Phase): Promise<void> => {
    tell(phase);
    const delay = delayMs() / 3;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
  };
  return {
    ...adapter,
    undo: slow.undo,
    async lookup(request, context) {
      await at('plan');
      return await adapter.lookup(request, context);
    },
    async write(batch, { settle, ...context }) {
      await at('write');
      const outcomes = await adapter.write(batch, {
        ...context,
        ...(settle && {
          settle: async (settled, transaction) => {
            await at('transaction');
            await settle(settled, transaction);
          },
        }),
      });
      await at('written');
      tell('rest');
      return outcomes;
    },
  };
}

/** A database whose transactions wait before they commit. */
export function pacedClient(client: SqlClient, { delayMs, tell }: Pace): SqlClient {
  return {
    ...client,
    transaction: (run) =>
      client.transaction(async (tx) => {
        tell('undo');
        const result = await run(tx);
        await new Promise((resolve) => setTimeout(resolve, delayMs()));
        return result;
      }),
  };
}
