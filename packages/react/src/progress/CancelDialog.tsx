import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx';

export interface CancelDialogProps {
  /** The file's name. */
  readonly name: string;
  readonly open: boolean;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** Asks before a running import is cancelled: what it wrote stays, and the rest is left. */
export function CancelDialog({ name, ...rest }: CancelDialogProps): ReactElement {
  const text = useScreen().messages.hub;
  const { open, onCancel, onClose } = rest;
  return (
    <ConfirmDialog
      open={open}
      title={text.cancelTitle(name)}
      help={text.cancelHelp}
      keep={text.keepGoing}
      confirm={text.cancelConfirm}
      onConfirm={onCancel}
      onClose={onClose}
    />
  );
}
