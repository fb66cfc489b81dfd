import type { AdapterContext, RetryOptions } from '@importera/engine';
import type { AccountingSource, AccountingTarget } from '../ports/Accounting.ts';
import type { CrmSource, CrmTarget } from '../ports/Crm.ts';
import type { SyncReport } from './SyncReport.ts';
import type { SyncSettings } from '../SyncSettings.ts';
import type { SyncStore } from '../store/SyncStore.ts';

/** Both systems, what was chosen, and where links and cursors are kept. */
export interface SalesSyncOptions {
  readonly accounting: AccountingSource & AccountingTarget;
  readonly crm: CrmSource & CrmTarget;
  readonly settings: SyncSettings;
  readonly store: SyncStore;
}

/** How a run goes about it, and who is told. */
export interface RunOptions {
  /** Stops the sync: what is on its way is finished and remembered. */
  readonly signal?: AbortSignal | undefined;
  /** How calls that fail for a passing reason are tried again. */
  readonly retry?: RetryOptions;
  /** Records written side by side; default 2. */
  readonly parallel?: number;
  /** Told after each step what the run did so far; the run waits for it. */
  readonly onProgress?: (counts: SyncReport['counts']) => Promise<void> | void;
}

/** What all parts of one run share. */
export interface Work extends SalesSyncOptions {
  readonly options: RunOptions;
}

/** What adapters are told. The references are what makes writing twice harmless, so one name will do for all runs. */
export function contextOf({ settings, options }: Work): AdapterContext {
  const { signal } = options;
  const context = { importId: 'sales-sync', settings: { ...settings } };
  return signal === undefined ? context : { ...context, signal };
}
