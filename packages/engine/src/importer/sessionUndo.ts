import type { PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import type { ImportSession } from './Session.ts';

/** Undo as a session offers it, as far as the adapter has it. */
export function sessionUndo(
  adapter: PersistenceAdapter | undefined,
): Pick<ImportSession, 'undo' | 'undoPreview'> {
  const { undo, undoPreview } = adapter ?? {};
  if (undo === undefined) return {};
  return {
    undo: (importId, settings) => undo.call(adapter, importId, { importId, settings }),
    ...(undoPreview && {
      undoPreview: (importId, settings) =>
        undoPreview.call(adapter, importId, { importId, settings }),
    }),
  };
}
