import type { Scenario } from '../Scenario.ts';
import { people } from './people.ts';
import { schema } from './schema.ts';
import { seed } from './seed.ts';
import { swedish } from './swedish.ts';

// #region scenario
/** A Swedish sales tool: companies and contacts from registers in Excel. */
export const scenario: Scenario = {
  path: 'upsales',
  schema,
  swedish,
  people,
  seed,
  // Short numbers, as people know them from the column “Upsales ID”.
  adapter: { ids: 'bigint' },
  permissions: ({ role }, say) => ({
    import:
      role === 'administrator' ||
      say({
        en: 'Registers are imported by administrators: sign in as one, or ask one.',
        sv: 'Register importeras av administratörer: logga in som en, eller be en.',
      }),
  }),
};
// #endregion
