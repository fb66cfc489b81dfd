import { DEFAULT_POLICY, type RowOutcome } from '@importera/engine';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres } from '../../adapters/postgres/src/embeddedPostgres.fixture.ts';
import {
  canonical,
  sequentialModel,
  type ModelRow,
} from '../../engine/src/commit/sequentialModel.fixture.ts';
import { postgresDatabase } from './database/ServerDatabase.ts';
import { openApi, type Api } from './server.fixture.ts';

const BATCH_ROWS = [1, 3, 8] as const;

const rowsOfKeys: fc.Arbitrary<readonly ModelRow[]> = fc.array(
  fc.record({
    id: fc.constant(null),
    name: fc.constantFrom('Acme', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta'),
    city: fc.constantFrom(null, 'Lund', 'Malmö', 'Kiruna', 'Umeå'),
    orgNumber: fc.constant(null),
    email: fc.constantFrom(null, 'a@x.se', 'b@x.se', 'c@x.se'),
    contact: fc.constantFrom(null, 'Ann', 'Bo', 'Cia', 'Dan'),
  }),
  { minLength: 1, maxLength: 60 },
);

const csv = (rows: readonly ModelRow[]): string =>
  [
    'Company name,City,E-mail,First name',
    ...rows.map(({ name, city, email, contact }) => [name, city, email, contact].join(',')),
    '',
  ].join('\n');

async function storeOf({ database, databaseSchema }: Api): Promise<readonly unknown[]> {
  const of = async (sql: string) => (await database.client.query(sql)).rows;
  const companies = await of(`SELECT id::text, name, city FROM ${databaseSchema}.company`);
  const contacts = await of(
    `SELECT parent_id::text AS parent, email, first_name FROM ${databaseSchema}.contact`,
  );
  return canonical(
    companies.map(({ id, name, city }) => ({ id: String(id), values: { name, city } as never })),
    contacts.map(({ parent, email, first_name: name }) => ({
      parent: parent == null ? null : String(parent),
      values: { email, name } as never,
    })),
  );
}

const postgres = await startPostgres();

describe('file order holds', { timeout: 400_000 }, () => {
  const database = postgresDatabase(postgres.pool());
  const apis = new Map<number, Api>();
  let first: Api;
  beforeAll(async () => {
    first = await openApi(database, { batchRows: BATCH_ROWS[0] });
    apis.set(BATCH_ROWS[0], first);
    const same = { tenant: first.tenant, adapter: first.adapter };
    for (const batchRows of BATCH_ROWS.slice(1))
      apis.set(batchRows, await openApi(database, { batchRows }, same));
  }, 120_000);
  afterAll(async () => {
    for (const api of apis.values()) await api.close();
    await postgres.stop();
  });

  test.each([1, 2, 3, 4])(
    'with %i workers, whatever the size of batches: as if one row came after the other',
    async (workers) => {
      // Those of the cases before go on.
      await first.worker().start();
      await fc.assert(
        fc.asyncProperty(rowsOfKeys, fc.constantFrom(...BATCH_ROWS), async (rows, batchRows) => {
          const api = apis.get(batchRows) ?? first;
          for (const entity of ['contact', 'company'])
            await database.client.query(`DELETE FROM ${first.databaseSchema}.${entity}`);
          const id = await api.start(csv(rows));
          await api.until(id, 'completed', 'failed');
          const model = sequentialModel({ company: [], contact: [] }, rows, {
            policy: DEFAULT_POLICY,
          });
          const { outcomes } = await api.json<{ outcomes: readonly RowOutcome[] }>(
            'GET',
            `/${id}/outcomes`,
          );
          expect(await storeOf(first)).toEqual(model.store);
          expect(outcomes.map(({ status }) => status)).toEqual(model.statuses);
        }),
        { numRuns: 6 + workers, endOnFailure: true },
      );
    },
  );
});
