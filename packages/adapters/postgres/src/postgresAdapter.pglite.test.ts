import { describeAdapter } from '@importera/engine/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPglite } from './pglite.fixture.ts';
import { postgresAdapter } from './postgresAdapter.ts';

let database: Awaited<ReturnType<typeof startPglite>>;
let schemas = 0;
beforeAll(async () => {
  database = await startPglite();
}, 60_000);
afterAll(() => database.close());

for (const ids of ['uuid', 'bigint'] as const) {
  describeAdapter(
    `postgresAdapter on PGlite with ${ids} ids`,
    async (schema) => {
      const databaseSchema = `contract_${++schemas}`;
      const adapter = postgresAdapter({ schema, client: database.client, databaseSchema, ids });
      await adapter.createTables();
      return {
        adapter,
        close: async () =>
          void (await database.client.query(`DROP SCHEMA ${databaseSchema} CASCADE`)),
      };
    },
    { describe, test, expect },
  );
}
