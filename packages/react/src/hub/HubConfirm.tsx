import type { ListedImport } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { ConfirmDialog } from '../controls/ConfirmDialog.tsx';
import { CancelDialog } from '../progress/CancelDialog.tsx';
import { UndoDialog } from '../undo/UndoDialog.tsx';
import { useHubScope } from './HubScope.tsx';
import { useFileName } from './useFileName.ts';

export interface HubQuestion {
  readonly what: 'cancel' | 'remove' | 'undo';
  readonly entry: ListedImport;
}

/** Asks before what can not be taken back. */
export function HubConfirm(props: {
  readonly question: HubQuestion | null;
  readonly onClose: () => void;
}): ReactElement | null {
  const { question, onClose } = props;
  // What was asked stays in sight while the dialog goes away.
  const [last, setLast] = useState(question);
  if (question !== null && question !== last) setLast(question);
  if (last === null) return null;
  return <Question question={last} open={question !== null} onClose={onClose} />;
}

function Question(props: {
  readonly question: HubQuestion;
  readonly open: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const { messages } = useScreen();
  const { hub } = useHubScope();
  const { question, ...dialog } = props;
  const { what, entry } = question;
  const { id, status } = entry;
  const name = useFileName(entry);
  const text = messages.hub;
  switch (what) {
    case 'undo':
      return <UndoDialog {...dialog} name={name} report={entry.report} source={hub.undoOf(id)} />;
    case 'cancel':
      return <CancelDialog {...dialog} name={name} onCancel={() => hub.cancel(id)} />;
    case 'remove':
      return (
        <ConfirmDialog
          {...dialog}
          title={text.removeTitle(name)}
          help={status === 'draft' ? text.removeDraftHelp : text.removeHelp}
          keep={messages.actions.cancel}
          confirm={text.remove}
          onConfirm={() => hub.remove(id)}
        />
      );
  }
}
