import type { Schema } from '@importera/engine';
import { schemaOf, type ImportTargets } from '../Host.ts';
import { listImports } from '../store/imports.ts';
import { RequestProblem } from './problem.ts';
import type { ServerHost } from './ServerHost.ts';

/** The schema of that name. @throws RequestProblem that names those there are */
export function knownSchema(host: ImportTargets, id: string, status: 404 | 422 = 422): Schema {
  const schema = schemaOf(host, id);
  if (schema !== undefined) return schema;
  const known = host.schemas.map((one) => one.id).join(', ');
  const detail = `There is no schema "${id.slice(0, 80)}" here. There are: ${known}.`;
  throw new RequestProblem(status, 'schema-unknown', detail, { schema: id.slice(0, 80), known });
}

/**
 * The schema that a list is asked for, null for all. Imports of one that is not served any more can be listed still.
 * @throws RequestProblem 422 for one that is neither served nor of any import: it is misspelt, and its list would be empty
 */
export async function schemaAsked(
  host: ServerHost,
  tenant: string,
  id: string | undefined,
): Promise<string | null> {
  if (id === undefined || id === '') return null;
  if (schemaOf(host, id) !== undefined) return id;
  const query = { schemaId: id, statuses: null, user: null, limit: 1, offset: 0 };
  const [left] = await listImports(host.database.client, tenant, query);
  return left === undefined ? knownSchema(host, id).id : id;
}
