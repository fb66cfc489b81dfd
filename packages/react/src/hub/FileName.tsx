import type { ListedImport } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { useHubScope } from './HubScope.tsx';

/** The file's name; the way into the import where the host has one. */
export function FileName({ entry }: { readonly entry: ListedImport }): ReactElement {
  const { messages } = useScreen();
  const { onOpen } = useHubScope();
  const { fileName } = entry;
  const name = fileName === '' ? messages.hub.noName : fileName;
  if (onOpen === undefined || fileName === '') {
    return (
      <span className="importera-hub-name" title={name}>
        {name}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="importera-hub-name"
      title={name}
      onClick={() => onOpen(entry, { reason: 'name-press' })}
    >
      {name}
    </button>
  );
}
