import { ImportError, importScope, type AdapterContext, type Recipe } from '@importera/engine';
import { personOf } from '../review/planTable.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import { findRun } from '../store/runs.ts';
import { runTargets, type RunTargets } from './runTargets.ts';
import type { WorkerHost } from './Worker.ts';

export interface UndoTargets {
  readonly adapter: RunTargets['adapter'];
  readonly context: AdapterContext;
}

/** Where an import is taken back, and what the adapter is told: the same as when its last run was written. */
export async function undoTargets(
  host: Pick<WorkerHost, 'database' | 'schemas' | 'adapter'>,
  found: StoredImport,
): Promise<UndoTargets> {
  const { adapter, schema } = await runTargets(host, found);
  const { key, shown, run } = found;
  const written = await findRun(host.database.client, key, run);
  const recipe = written?.recipe ?? shown.recipe;
  const by = personOf({ importId: key.id, user: shown.user });
  return {
    adapter,
    context: recipe === null ? { ...by, settings: {} } : contextOf(schema, recipe, by),
  };
}

/** An answer that is offered no more (a tag that was removed since) keeps no import from being undone. */
function contextOf(
  schema: RunTargets['schema'],
  recipe: Recipe,
  by: ReturnType<typeof personOf>,
): AdapterContext {
  try {
    return importScope(schema, recipe, by).context;
  } catch (error) {
    if (!(error instanceof ImportError) || error.code !== 'recipe-invalid') throw error;
    return {
      ...by,
      settings: recipe.settings,
      ...(recipe.kind !== undefined && { kind: recipe.kind }),
    };
  }
}
