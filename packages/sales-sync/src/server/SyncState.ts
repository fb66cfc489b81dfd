import type { PriceList } from '../ports/Accounting.ts';
import type { CrmUser } from '../ports/Crm.ts';
import type { SyncSettings } from '../SyncSettings.ts';
import type { SyncRun } from './SyncRun.ts';

/** All that a settings screen shows, as data. */
export interface SyncState {
  /** Null before the first log-in. */
  readonly settings: SyncSettings | null;
  readonly changedBy: string | null;
  readonly changedAt: string | null;
  /** What the one who asks may do. */
  readonly may: { readonly change: boolean; readonly run: boolean };
  /** What can be chosen; null where the system can not be asked just now. */
  readonly users: readonly CrmUser[] | null;
  readonly priceLists: readonly PriceList[] | null;
  /** The newest first. */
  readonly runs: readonly SyncRun[];
}
