import type { ReactElement } from 'react';
import { Notice } from '../controls/Notice.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { UndoCounts } from './UndoDialog.tsx';

/** Says that the import was taken back, and what of it was kept. */
export function UndoneNotice(): ReactElement | null {
  const { messages } = useImporterScope();
  const undo = useImporterState((state) => (state.step === 'result' ? state.undo : null));
  if (undo === null || undo.status === 'none') return null;
  if (undo.status === 'undoing') {
    return (
      <Notice tone="info" role="status" title={messages.undo.titleUndoing}>
        {messages.undo.leave}
      </Notice>
    );
  }
  return (
    <Notice tone="info" role="status" title={messages.undo.notice}>
      <UndoCounts report={undo.report} />
    </Notice>
  );
}
