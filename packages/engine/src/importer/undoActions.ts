import { errorInfo } from './errorInfo.ts';
import { ImportError } from '../issue/ImportError.ts';
import type { UndoReport } from '../adapter/PersistenceAdapter.ts';
import type { Importer, ImporterActions } from './Importer.ts';
import type { ResultState } from './ImporterState.ts';

/** Calls that take an import back. */
export function undoActions(
  importer: Importer,
): Pick<ImporterActions, 'undoPreview' | 'undoImport'> {
  const { session, dispatch } = importer;
  return {
    async undoPreview() {
      const { importId, recipe } = ended(importer);
      return (await session.undoPreview?.(importId, recipe.settings)) ?? null;
    },
    async undoImport() {
      const { importId, recipe } = ended(importer);
      dispatch({ type: 'import-undoing' });
      try {
        const undo = await session.undo?.(importId, recipe.settings);
        const report: UndoReport = undo ?? { reversed: 0, kept: 0, failed: 0 };
        dispatch({ type: 'import-undone', undo: report });
        return report;
      } catch (error) {
        dispatch({ type: 'failed', error: errorInfo(error), of: 'undo' });
        throw error;
      }
    },
  };
}

function ended({ getState }: Importer): ResultState {
  const state = getState();
  if (state.step === 'result') return state;
  throw new ImportError('state-invalid', 'Only an import that has ended can be undone.');
}
