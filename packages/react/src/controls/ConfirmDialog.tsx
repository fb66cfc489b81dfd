import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './Button.tsx';
import { PopupRoot } from './Popup.tsx';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  /** What it means, in a sentence or two. */
  readonly help: ReactNode;
  /** The way out. */
  readonly keep: string;
  /** What is done. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that can not be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactElement {
  const { open, title, help, keep, confirm, onConfirm, onClose } = props;
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <AlertDialog.Portal render={<PopupRoot />}>
        <AlertDialog.Backdrop className="importera-backdrop" />
        <AlertDialog.Popup className="importera-alert">
          <AlertDialog.Title className="importera-alert-title">{title}</AlertDialog.Title>
          <AlertDialog.Description className="importera-alert-text">{help}</AlertDialog.Description>
          <div className="importera-alert-actions">
            <AlertDialog.Close render={<Button>{keep}</Button>} />
            <AlertDialog.Close
              render={
                <Button variant="danger" onClick={onConfirm}>
                  {confirm}
                </Button>
              }
            />
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
