import type { IssueTexts, Schema } from '@importera/engine';
import type { ImportKey, ServerImport } from '../store/ServerImport.ts';

/** An import has ended. */
export interface ImportNotice {
  readonly key: ImportKey;
  readonly import: ServerImport;
  readonly schema: Schema;
  /** E-mail addresses that the settings of the import name (FX16). */
  readonly recipients: readonly string[];
  /** What whoever started the import reads (`Accept-Language`), as tags, the dearest first; empty where it is not known. */
  readonly languages: readonly string[];
  /**
   * The rows that were not imported, with their reasons, as CSV; null where there are none, or too many to collect.
   * @param texts language of the reasons, e.g. `sv` of `@importera/engine/locales/sv`; default English.
   */
  errorFile(texts?: IssueTexts): Promise<Blob | null>;
}

/** One telling of a notice. */
export interface Delivery {
  /** The same each time the same is told again: whoever gets it twice can see that. */
  readonly id: string;
  /** Which of the notifier's targets it is for; null where it has none. */
  readonly target: string | null;
  /** Aborts when it takes too long. */
  readonly signal: AbortSignal;
}

/**
 * Told of finished imports: mail, webhook, a host's own. Each notifier, and each of its targets, is told by a job of its own:
 * one that fails or hangs holds up no other, and is tried again, later and later.
 */
export interface Notifier {
  /** Tells the notifiers of a worker apart; the same in all workers. */
  readonly name: string;
  /** Who is told, each by a job of their own; absent: it is told once. */
  targets?(notice: ImportNotice): readonly string[] | Promise<readonly string[]>;
  /**
   * @throws to be tried again.
   * @throws {NoticeRefused} when trying again is no use.
   */
  notify(notice: ImportNotice, delivery: Delivery): Promise<void>;
}

/** A notice was refused for good. */
export class NoticeRefused extends Error {
  override readonly name = 'NoticeRefused';
}
