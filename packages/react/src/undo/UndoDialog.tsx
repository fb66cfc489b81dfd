import { AlertDialog } from '@base-ui/react/alert-dialog';
import { formatError } from '@importera/engine';
import type { Report, UndoReport } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Button } from '../controls/Button.tsx';
import { Notice } from '../controls/Notice.tsx';
import { PopupRoot } from '../controls/Popup.tsx';
import { UndoCounts } from './UndoCounts.tsx';
import { useUndo } from './useUndo.ts';
import type { UndoSource, UndoState } from './useUndo.ts';

/** What `<UndoDialog>` takes. */
export interface UndoDialogProps {
  /** What is undone, as people call it: the file's name. */
  readonly name: string;
  /** What the import did: tells how many records are removed, and how many are put back. */
  readonly report?: Report | null;
  readonly source: UndoSource;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Says what taking an import back would do, and does it when asked to. */
export function UndoDialog({ open, onClose, ...rest }: UndoDialogProps): ReactElement {
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal render={<PopupRoot />}>
        <AlertDialog.Backdrop className="importera-backdrop" />
        <AlertDialog.Popup className="importera-alert">
          <UndoBody {...rest} />
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

function UndoBody(props: Pick<UndoDialogProps, 'name' | 'report' | 'source'>): ReactElement {
  const { messages } = useScreen();
  const { name, report = null, source } = props;
  const { state, confirm } = useUndo(source);
  const text = messages.undo;
  const title = { undoing: text.titleUndoing, done: text.titleDone } as const;
  return (
    <>
      <AlertDialog.Title className="importera-alert-title">
        {state.status === 'undoing' || state.status === 'done'
          ? title[state.status]
          : text.title(name)}
      </AlertDialog.Title>
      <AlertDialog.Description className="importera-alert-text" render={<div />}>
        <UndoText state={state} report={report} />
      </AlertDialog.Description>
      <div className="importera-alert-actions">
        <AlertDialog.Close
          render={
            <Button>
              {state.status === 'done' || state.status === 'undoing'
                ? messages.actions.close
                : messages.actions.cancel}
            </Button>
          }
        />
        <ConfirmButton state={state} onConfirm={confirm} />
      </div>
    </>
  );
}

function ConfirmButton(props: {
  readonly state: UndoState;
  readonly onConfirm: () => void;
}): ReactElement | null {
  const text = useScreen().messages.undo;
  const { state, onConfirm } = props;
  if (state.status === 'previewing') {
    return (
      <Button variant="danger" disabled>
        {text.confirm}
      </Button>
    );
  }
  if (state.status !== 'ready' || state.preview?.reversed === 0) return null;
  return (
    <Button variant="danger" icon="undo" onClick={onConfirm}>
      {text.confirm}
    </Button>
  );
}

interface Told {
  readonly report: Report | null;
}

function UndoText({ state, report }: Told & { readonly state: UndoState }): ReactElement {
  const { messages, locale } = useScreen();
  const text = messages.undo;
  switch (state.status) {
    case 'previewing':
      return (
        <div className="importera-stack" role="status">
          <p>{text.looking}</p>
          <div className="importera-bar" data-indeterminate="" />
        </div>
      );
    case 'ready':
      return <UndoPreview preview={state.preview} report={report} />;
    case 'undoing':
      return (
        <div className="importera-stack" role="status">
          <div className="importera-bar" data-indeterminate="" />
          <p>{text.leave}</p>
        </div>
      );
    case 'done':
      return (
        <div className="importera-stack" role="status">
          {state.report && <p>{text.done(state.report.reversed)}</p>}
          {state.report && <UndoCounts undo={state.report} report={report} />}
        </div>
      );
    case 'failed':
      return (
        <Notice tone="danger" role="alert" title={messages.errors.heading}>
          {formatError(state.error, locale.issueTexts)}
        </Notice>
      );
  }
}

function UndoPreview(props: Told & { readonly preview: UndoReport | null }): ReactElement {
  const { preview, report } = props;
  const text = useScreen().messages.undo;
  if (preview === null) {
    return (
      <div className="importera-stack">
        <p>{text.intro}</p>
        <p>{text.noPreview}</p>
      </div>
    );
  }
  return (
    <div className="importera-stack" role="status">
      <p>{preview.reversed === 0 ? text.nothing : text.intro}</p>
      <UndoCounts undo={preview} report={report} />
    </div>
  );
}
