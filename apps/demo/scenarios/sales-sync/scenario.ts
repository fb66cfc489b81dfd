import type { Scenario } from '../Scenario.ts';
import { dealTables } from './dealTables.ts';
import { people } from './people.ts';
import { salesSync } from './salesSync.ts';
import { schema } from './schema.ts';
import { swedish } from './swedish.ts';

/** A CRM whose deals are kept in step with an accounting system. */
export const scenario: Scenario = {
  path: 'sales',
  schema,
  swedish,
  people,
  seed: [],
  adapter: { ids: 'bigint' },
  permissions: () => ({ import: true }),
  prepare: dealTables,
  background: salesSync,
};
