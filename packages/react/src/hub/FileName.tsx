import type { ListedImport } from '@importera/engine';
import type { ReactElement } from 'react';
import { useHubScope } from './HubScope.tsx';
import { useFileName } from './useFileName.ts';

/** The file's name; the way into the import where the host has one. */
export function FileName({ entry }: { readonly entry: ListedImport }): ReactElement {
  const { onOpen } = useHubScope();
  const { fileName } = entry;
  const name = useFileName(entry);
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
