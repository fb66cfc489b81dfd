import type { SqlQuery } from './SqlClient.ts';

export type Attempt<Result> =
  | { readonly done: true; readonly result: Result }
  | { readonly done: false; readonly error: unknown };

/** Runs statements whose failure leaves the transaction as it was. Throws what is no such failure. */
export async function attempt<Result>(
  tx: SqlQuery,
  isFailure: (error: unknown) => boolean,
  statements: () => Promise<Result>,
): Promise<Attempt<Result>> {
  await tx.query('SAVEPOINT importera_part');
  try {
    const result = await statements();
    await tx.query('RELEASE SAVEPOINT importera_part');
    return { done: true, result };
  } catch (error) {
    if (!isFailure(error)) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT importera_part');
    await tx.query('RELEASE SAVEPOINT importera_part');
    return { done: false, error };
  }
}
