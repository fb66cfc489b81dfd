import { AlertDialog } from '@base-ui/react/alert-dialog';
import { formatError } from '@importera/engine';
import type { UndoReport } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Button } from '../controls/Button.tsx';
import { Notice } from '../controls/Notice.tsx';
import { PopupRoot } from '../controls/Popup.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { useUndo } from './useUndo.ts';
import type { UndoSource, UndoState } from './useUndo.ts';

export interface UndoDialogProps {
  /** What is undone, as people call it: the file's name. */
  readonly name: string;
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

function UndoBody({ name, source }: Pick<UndoDialogProps, 'name' | 'source'>): ReactElement {
  const { messages } = useScreen();
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
        <UndoText state={state} />
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
      {state.preview === null ? text.confirm : text.confirmCount(state.preview.reversed)}
    </Button>
  );
}

function UndoText({ state }: { readonly state: UndoState }): ReactElement {
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
      return <UndoPreview preview={state.preview} />;
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
          {state.report && <UndoCounts report={state.report} />}
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

function UndoPreview({ preview }: { readonly preview: UndoReport | null }): ReactElement {
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
      <UndoCounts report={preview} />
    </div>
  );
}

/** Put back, kept, not possible: counts with what they mean. */
export function UndoCounts({ report }: { readonly report: UndoReport }): ReactElement {
  const text = useScreen().messages.undo;
  const { number } = useFormats();
  const counts = [
    { key: 'reversed', label: text.reversed, help: text.reversedHelp, tone: 'create' },
    { key: 'kept', label: text.kept, help: text.keptHelp, tone: 'unchanged' },
    { key: 'failed', label: text.failed, help: text.failedHelp, tone: 'reject' },
  ] as const;
  return (
    <dl className="importera-undo-counts">
      {counts
        .filter(({ key }) => key !== 'failed' || report.failed > 0)
        .map(({ key, label, help, tone }) => (
          <div key={key} data-tone={report[key] > 0 ? tone : undefined}>
            <dt>
              {label}
              <span className="importera-hint">{help}</span>
            </dt>
            <dd>{number(report[key])}</dd>
          </div>
        ))}
    </dl>
  );
}
