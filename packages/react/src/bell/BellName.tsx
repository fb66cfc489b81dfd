import type { ListedImport } from '@importera/engine';
import type { ReactElement, ReactNode } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import type { BellLinks } from './ImportBell.tsx';

/** What an item of the bell is about; the way to it where the host has one. */
export function BellName(props: {
  readonly entry: ListedImport;
  readonly onOpen: BellLinks['onOpen'];
  readonly children?: ReactNode;
  readonly onPress?: () => void;
}): ReactElement {
  const { messages } = useScreen();
  const { entry, onOpen, children, onPress } = props;
  const name = children ?? (entry.fileName === '' ? messages.hub.noName : entry.fileName);
  if (onOpen === undefined) return <p className="importera-bell-name">{name}</p>;
  return (
    <button
      type="button"
      className="importera-bell-name"
      onClick={() => {
        onPress?.();
        onOpen(entry, { reason: 'notice-press' });
      }}
    >
      {name}
    </button>
  );
}
