import { PGlite } from '@electric-sql/pglite';
import { fromPglite } from './fromPglite.ts';
import type { SqlClient } from './SqlClient.ts';

/** One PGlite for a whole test file: starting it takes seconds. Tests take a database schema of their own each. */
export async function startPglite(): Promise<{
  readonly client: SqlClient;
  close(): Promise<void>;
}> {
  const db = await PGlite.create();
  return { client: fromPglite(db), close: () => db.close() };
}
