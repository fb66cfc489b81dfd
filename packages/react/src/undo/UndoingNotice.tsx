import type { ReactElement } from 'react';
import { Notice } from '../controls/Notice.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';

/** Says that the import is being taken back, also once the dialog was closed. */
export function UndoingNotice(): ReactElement | null {
  const { messages } = useImporterScope();
  const undo = useImporterState((state) => (state.step === 'result' ? state.undo.status : 'none'));
  return undo === 'undoing' ? (
    <Notice tone="info" role="status" title={messages.undo.titleUndoing} />
  ) : null;
}
