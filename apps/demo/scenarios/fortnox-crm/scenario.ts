import type { Scenario } from '../Scenario.ts';
import { makeCampaigns, offerCampaigns } from './campaigns.ts';
import { people } from './people.ts';
import { schema } from './schema.ts';
import { seed } from './seed.ts';
import { swedish } from './swedish.ts';

/** A Swedish CRM: companies and their contacts, imported by its administrators alone (FX1). */
export const scenario: Scenario = {
  path: 'fortnox',
  schema,
  swedish,
  people,
  seed,
  // #region scenario
  prepare: makeCampaigns,
  wrap: (adapter, client) => ({ ...adapter, settings: () => offerCampaigns(client) }),
  permissions: ({ role, name }, say) => ({
    import:
      role === 'administrator' ||
      say({
        en: `Only administrators may import. ${name} is signed in as a seller: ask an administrator to import the file, or sign in as one.`,
        sv: `Bara administratörer får importera. ${name} är inloggad som säljare: be en administratör importera filen, eller logga in som en.`,
      }),
  }),
  // #endregion
};
