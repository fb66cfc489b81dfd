import { createContext, useContext } from 'react';
import type { SyncLocale, SyncTexts } from './en.ts';
import type { SalesSyncScreen } from './useSalesSync.ts';

/** What the parts of the screen share. */
export interface SyncScopeValue {
  readonly screen: SalesSyncScreen;
  readonly locale: SyncLocale;
  readonly texts: SyncTexts;
  /** Element of a section's heading: one below the title's, or the title's own where the host has that. */
  readonly Heading: 'h2' | 'h3';
  /** A person's name, by the host's id. */
  readonly nameOf: (user: string) => string;
}

export const SyncScope: React.Context<SyncScopeValue | null> = createContext<SyncScopeValue | null>(
  null,
);

/** @throws Error outside `<SalesSyncSettings>`. */
export function useSyncScope(): SyncScopeValue {
  const scope = useContext(SyncScope);
  if (scope === null)
    throw new Error('Parts of the sales sync need <SalesSyncSettings> above them.');
  return scope;
}
