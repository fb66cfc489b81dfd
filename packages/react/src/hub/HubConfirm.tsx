import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ListedImport } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { Button } from '../controls/Button.tsx';
import { PopupRoot } from '../controls/Popup.tsx';
import { UndoDialog } from '../undo/UndoDialog.tsx';
import { useHubScope } from './HubScope.tsx';

export interface HubQuestion {
  readonly what: 'cancel' | 'remove' | 'undo';
  readonly entry: ListedImport;
}

/** Asks before what can not be taken back. */
export function HubConfirm(props: {
  readonly question: HubQuestion | null;
  readonly onClose: () => void;
}): ReactElement | null {
  const { hub } = useHubScope();
  const { question, onClose } = props;
  // What was asked stays in sight while the dialog goes away.
  const [last, setLast] = useState(question);
  if (question !== null && question !== last) setLast(question);
  if (last === null) return null;
  const open = question !== null;
  const { entry } = last;
  return last.what === 'undo' ? (
    <UndoDialog name={entry.fileName} source={hub.undoOf(entry.id)} open={open} onClose={onClose} />
  ) : (
    <Confirm question={last} open={open} onClose={onClose} />
  );
}

function Confirm(props: {
  readonly question: HubQuestion;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const { messages } = useScreen();
  const { hub } = useHubScope();
  const { open, onClose } = props;
  const { what, entry } = props.question;
  const text = messages.hub;
  const isCancel = what === 'cancel';
  const removeHelp = entry.status === 'draft' ? text.removeDraftHelp : text.removeHelp;
  const name = entry.fileName === '' ? text.noName : entry.fileName;
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal render={<PopupRoot />}>
        <AlertDialog.Backdrop className="importera-backdrop" />
        <AlertDialog.Popup className="importera-alert">
          <AlertDialog.Title className="importera-alert-title">
            {isCancel ? text.cancelTitle(name) : text.removeTitle(name)}
          </AlertDialog.Title>
          <AlertDialog.Description className="importera-alert-text">
            {isCancel ? text.cancelHelp : removeHelp}
          </AlertDialog.Description>
          <div className="importera-alert-actions">
            <AlertDialog.Close
              render={<Button>{isCancel ? text.keepGoing : messages.actions.cancel}</Button>}
            />
            <AlertDialog.Close
              render={
                <Button
                  variant="danger"
                  onClick={() => (isCancel ? hub.cancel(entry.id) : hub.remove(entry.id))}
                >
                  {isCancel ? text.cancelConfirm : text.remove}
                </Button>
              }
            />
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
