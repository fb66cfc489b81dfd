import type { Scenario } from '../Scenario.ts';
import { inProject } from './inProject.ts';
import { invitationRoutes, makeInvitationTable } from './invitations.ts';
import { people } from './people.ts';
import { permissions } from './permissions.ts';
import { schema } from './schema.ts';
import { seed } from './seed.ts';
import { swedish } from './swedish.ts';

/** Norwegian home builders: customers are imported into a project, and never changed by it. */
export const scenario: Scenario = {
  path: 'apex',
  schema,
  swedish,
  people,
  seed,
  permissions,
  wrap: inProject,
  prepare: makeInvitationTable,
  routes: invitationRoutes,
};
