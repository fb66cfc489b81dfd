import type { Schema } from '@importera/engine';
import type { ImportKey, ServerImport } from '../store/ServerImport.ts';

/** An import has ended. */
export interface ImportNotice {
  readonly key: ImportKey;
  readonly import: ServerImport;
  readonly schema: Schema;
  /** E-mail addresses that the settings of the import name (FX16). */
  readonly recipients: readonly string[];
}

/** Told of finished imports: mail, webhook, a host's own bell. Throwing means: try again later. */
export interface Notifier {
  notify(notice: ImportNotice): Promise<void>;
}
