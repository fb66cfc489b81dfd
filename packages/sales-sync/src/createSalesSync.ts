import { previewSync } from './preview/previewSync.ts';
import { runSync } from './run/runSync.ts';
import type { SyncPreview } from './preview/SyncPreview.ts';
import type { SyncReport } from './run/SyncReport.ts';
import { checkSettings, type SyncSettings } from './SyncSettings.ts';
import type { RunOptions, SalesSyncOptions } from './run/Work.ts';

/** How much a preview names. */
export interface PreviewOptions extends RunOptions {
  /** Most rows named in each part; default 1,000. The counts are of all. */
  readonly rows?: number;
}

/** Keeps the sales of an accounting system and a CRM in step. */
export interface SalesSync {
  /**
   * Moves what is new since the last run, both ways. Never deletes; a run after a crash loses and doubles nothing. Let one run
   * end before the next begins.
   */
  run(options?: RunOptions): Promise<SyncReport>;
  /**
   * What a run would write under some settings, the sync's own where none are given. Writes nothing.
   * @throws {ImportError} `option-invalid` for wrong settings; what the ports throw; the signal's reason when aborted.
   */
  preview(settings?: SyncSettings, options?: PreviewOptions): Promise<SyncPreview>;
}

/**
 * A sync is an import whose file is a system and whose recipe is settings. It keeps no state of its own: after a change of
 * settings make another with the same store.
 * @throws {ImportError} `option-invalid` for wrong settings.
 * @example
 * const sync = createSalesSync({ accounting, crm, store, settings: { source: 'invoices', catchAllUser: 'u1', priceList: 'A' } });
 * const { deal } = await sync.preview({ source: 'orders', catchAllUser: 'u1', priceList: 'A' });
 */
export function createSalesSync(options: SalesSyncOptions): SalesSync {
  checkSettings(options.settings);
  return {
    run: async (run = {}) => runSync({ ...options, options: run }),
    async preview(settings = options.settings, { rows = 1000, ...run } = {}) {
      checkSettings(settings);
      return previewSync({ ...options, settings, options: run }, rows);
    },
  };
}
