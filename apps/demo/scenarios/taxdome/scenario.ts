import type { Scenario } from '../Scenario.ts';
import { people } from './people.ts';
import { furnish, makePortalTables, portalRoutes } from './portal.ts';
import { schema } from './schema.ts';
import { seed } from './seed.ts';
import { swedish } from './swedish.ts';

/** A Romanian accounting practice: accounts, their contacts, tags and assignees. */
export const scenario: Scenario = {
  path: 'taxdome',
  schema,
  swedish,
  people,
  seed,
  prepare: makePortalTables,
  adapter: { afterWrite: furnish },
  permissions: ({ role }, say) => ({
    import:
      role !== 'member' ||
      say({
        en: 'Clients are imported by the owner, administrators, and those granted the right to manage contacts.',
        sv: 'Klienter importeras av ägaren, administratörer och de som fått rätt att hantera kontakter.',
      }),
  }),
  routes: portalRoutes,
};
