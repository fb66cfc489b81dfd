import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';
import { recordsIn } from './recordsIn.ts';
import { UndoDialog } from './UndoDialog.tsx';

/** Takes the import back after showing what that does; nothing where it can not be, or there is nothing to take back. */
export function UndoButton(): ReactElement | null {
  const { importer, messages, readOnly } = useImporterScope();
  const name = useOpenState((state) => state.table.fileName);
  const report = useImporterState((state) => (state.step === 'result' ? state.report : null));
  const undo = useImporterState((state) => (state.step === 'result' ? state.undo.status : 'none'));
  const [open, setOpen] = useState(false);
  const { session, actions } = importer;
  const written = recordsIn(report?.created) + recordsIn(report?.updated);
  const isOffered = session.undo !== undefined && !readOnly && written > 0;
  if (!isOffered || (undo !== 'none' && !open)) return null;
  return (
    <>
      <Button variant="quiet" icon="undo" disabled={undo !== 'none'} onClick={() => setOpen(true)}>
        {messages.undo.button}
      </Button>
      <UndoDialog
        name={name}
        report={report}
        open={open}
        onClose={() => setOpen(false)}
        source={{
          preview: session.undoPreview && (() => actions.undoPreview()),
          undo: () => actions.undoImport(),
        }}
      />
    </>
  );
}
