import { normalizeKey, RECORD_ID } from '@importera/engine';
import type { AdapterContext } from '@importera/engine';
import type { PostgresAdapter } from '@importera/postgres';
import { schema } from './schema.ts';

// #region wrap
/**
 * Homes and customers are looked for inside the chosen project alone: a home of another one is not found (AP14), and somebody
 * may buy in two projects. What is exported is the project's too (AP3).
 */
export function inProject(adapter: PostgresAdapter): PostgresAdapter {
  return {
    ...adapter,
    lookup(request, context) {
      const project = projectOf(context);
      if (project === null || request.fields.includes(RECORD_ID)) {
        return adapter.lookup(request, context);
      }
      const key = normalizeKey(schema.entities.customer.fields.project, project);
      const keys = request.keys.map((parts) => [...parts, key]);
      return adapter.lookup({ ...request, fields: [...request.fields, 'project'], keys }, context);
    },
    list(request, context) {
      const where = { ...request.where, project: projectOf(context) };
      return adapter.list(where.project === null ? request : { ...request, where }, context);
    },
  };
}

function projectOf({ settings }: AdapterContext): string | null {
  return typeof settings['project'] === 'string' ? settings['project'] : null;
}
// #endregion
