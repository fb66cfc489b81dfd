import { ImportError } from '@importera/engine';

/** What an administrator chooses at first log-in, and may change later. Plain JSON. */
export interface SyncSettings {
  /** What sales are read from and won deals turn into; `none` moves nothing. */
  readonly source: 'invoices' | 'orders' | 'none';
  /** Id of the CRM user who made the deals of documents whose reference is no user. */
  readonly catchAllUser: string;
  /** Price list that sets the starting prices of the CRM's products; null leaves them alone. */
  readonly priceList: string | null;
}

const SOURCES: ReadonlySet<string> = new Set(['invoices', 'orders', 'none']);

/** @throws {ImportError} `option-invalid` for settings a sync can not run with. */
export function checkSettings({ source, catchAllUser }: SyncSettings): void {
  if (!SOURCES.has(source)) throw invalid('source', 'Choose "invoices", "orders" or "none".');
  if (source !== 'none' && catchAllUser === '')
    throw invalid('catchAllUser', 'Choose the user for sales without one.');
}

function invalid(option: string, what: string): ImportError {
  return new ImportError('option-invalid', `The setting "${option}" is missing. ${what}`, {
    params: { option },
  });
}
