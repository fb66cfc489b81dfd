import { postgresAdapter, type SqlClient } from '@importera/postgres';
import type { CompanyAdapter, Scenario } from '../scenarios/Scenario.ts';
import { seedCompany } from './seedCompany.ts';

/** The company of a scenario: its records, ready for use. */
export interface Company {
  readonly scenario: Scenario;
  readonly adapter: CompanyAdapter;
  readonly client: SqlClient;
  /** Where its tables are. */
  readonly databaseSchema: string;
}

/** Makes the tables of a scenario and fills them at the first start. Safe to call at every start. */
export async function openCompany(client: SqlClient, scenario: Scenario): Promise<Company> {
  const { schema, seed } = scenario;
  const databaseSchema = schema.id.replaceAll('-', '_');
  const adapter = postgresAdapter({ ...scenario.adapter, schema, client, databaseSchema });
  await adapter.createTables();
  await scenario.prepare?.(client);
  await seedCompany(adapter, seed);
  return { scenario, adapter: scenario.wrap?.(adapter, client) ?? adapter, client, databaseSchema };
}
