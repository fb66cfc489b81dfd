import { schemaOf, type ImportTargets } from '../Host.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import { runTargets, type RunTargets } from '../work/runTargets.ts';
import { RequestProblem } from './problem.ts';

/** Where the records of an import go, as a worker finds it. @throws RequestProblem 409 when its schema is not served any more. */
export async function targetsFor(host: ImportTargets, found: StoredImport): Promise<RunTargets> {
  if (schemaOf(host, found.shown.schemaId) !== undefined) return await runTargets(host, found);
  const detail = 'The schema of this import is not served here any more.';
  throw new RequestProblem(409, 'schema-unknown', detail);
}
