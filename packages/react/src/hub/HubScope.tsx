import type { ListedImport, Schema } from '@importera/engine';
import { createContext, useContext } from 'react';
import type { ImportHubState } from './useImportHub.ts';

/** What the parts of a hub share. */
export interface HubScope {
  readonly hub: ImportHubState;
  /** Names the entities, steps and settings of the imports shown. */
  readonly schemas: readonly Schema[];
  /** Asks before something that can not be taken back. */
  confirm(what: 'cancel' | 'remove' | 'undo', entry: ListedImport): void;
  readonly onOpen:
    | ((entry: ListedImport, details: { readonly reason: string }) => void)
    | undefined;
}

export const HubContext: React.Context<HubScope | null> = createContext<HubScope | null>(null);

/** What the nearest `ImportHub` gave. */
export function useHubScope(): HubScope {
  const scope = useContext(HubContext);
  if (scope === null) throw new Error('Parts of the hub need an <ImportHub> above them.');
  return scope;
}
