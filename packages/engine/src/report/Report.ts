import type { ImportError, ImportErrorCode } from '../issue/ImportError.ts';

/** The result of an import in numbers; its rows are in the outcomes. Counts per entity are records. */
export interface Report {
  readonly importId: string;
  readonly status: 'completed' | 'cancelled' | 'failed';
  readonly rows: number;
  readonly created: Readonly<Record<string, number>>;
  readonly updated: Readonly<Record<string, number>>;
  readonly unchanged: Readonly<Record<string, number>>;
  /** Rows left out by a policy or by hand. */
  readonly skipped: number;
  /** Rows kept out by an error. */
  readonly rejected: number;
  /** Ids written, by entity: exactly the records this import created or updated (FX20). */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Why the import failed; null unless `status` is `failed`. */
  readonly error: {
    readonly code: ImportErrorCode;
    readonly message: string;
    readonly params: ImportError['params'];
  } | null;
  readonly seconds: number;
  /** ISO 8601 instants. */
  readonly startedAt: string;
  readonly finishedAt: string;
}
