import type { PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { ImportError } from '../issue/ImportError.ts';
import { exportRecords, type ExportOptions } from '../report/exportRecords.ts';
import type { Schema } from '../schema/Schema.ts';
import { schemaOfKind } from '../schema/schemaOfKind.ts';
import { settingProblems } from '../schema/settingProblems.ts';
import { importScope } from './importScope.ts';
import { createRecipe } from './Recipe.ts';
import type { ExportScope } from './Session.ts';

/** What `storedFile` writes: which records, and in which format. */
export interface StoredFileOptions extends Pick<ExportOptions, 'format' | 'delimiter' | 'sheet'> {
  /** The whole schema, with the fields that users made (see `extendSchema`). */
  readonly schema: Schema;
  readonly adapter: PersistenceAdapter;
  readonly scope: ExportScope;
  /** Who asks, as the host names people. */
  readonly user?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What is stored under these answers, as a file that imports back unchanged (AP3).
 * @throws ImportError `recipe-invalid` while a context, say the project, is not chosen.
 */
export function storedFile(options: StoredFileOptions): AsyncGenerator<Uint8Array> {
  const { schema: whole, adapter, scope, user, signal, ...file } = options;
  const part = schemaOfKind(whole, scope.kind);
  const recipe = { ...createRecipe(part, []), settings: scope.settings };
  const by = { importId: '', ...(user !== undefined && { user }) };
  const answers = { ...recipe, ...(scope.kind !== undefined && { kind: scope.kind }) };
  const { schema, context } = importScope(whole, answers, by);
  checkContexts(schema, context.settings);
  return exportRecords({
    ...file,
    schema,
    adapter,
    context: { ...context, ...(signal !== undefined && { signal }) },
  });
}

function checkContexts(schema: Schema, answers: ExportScope['settings']): void {
  const open = settingProblems(schema, answers).find(
    ({ setting }) => schema.settings?.[setting]?.type === 'context',
  );
  if (open === undefined) return;
  throw new ImportError('recipe-invalid', `Choose "${open.label}" first.`, {
    params: { setting: open.setting, problem: open.code },
  });
}
