import type { Scenario } from '../Scenario.ts';
import { people } from './people.ts';
import { schema } from './schema.ts';
import { seed } from './seed.ts';

/** Norwegian home builders: customers are imported into a project, and never changed by it. */
export const scenario: Scenario = {
  path: 'apex',
  schema,
  people,
  seed,
  // The project goes with every customer.
  wrap: (adapter) => ({
    ...adapter,
    write(batch, context) {
      const { project = null } = context.settings;
      const operations = batch.operations.map((operation) =>
        project === null ? operation : { ...operation, values: { ...operation.values, project } },
      );
      return adapter.write({ ...batch, operations }, context);
    },
  }),
  permissions: ({ role }, say) => ({
    import:
      role !== 'site manager' ||
      say({
        en: 'Customers are imported by company administrators and the project’s own case officers.',
        sv: 'Kunder importeras av företagsadministratörer och projektets egna handläggare.',
      }),
    settings: {
      project: {
        Bryggekvartalet:
          role === 'company administrator' ||
          say({
            en: 'You are no case officer of Bryggekvartalet.',
            sv: 'Du är inte handläggare i Bryggekvartalet.',
          }),
      },
    },
  }),
};
