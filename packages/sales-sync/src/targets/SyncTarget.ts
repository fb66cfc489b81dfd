import type { ImportPolicy, PersistenceAdapter, WritePolicy } from '@importera/engine';

/** One side of a sync as the engine's plan and commit see it. */
export interface SyncTarget {
  readonly entity: 'product' | 'deal' | 'document';
  /** The field records are found by. */
  readonly match: string;
  /** Fields that are not simply overwritten. */
  readonly write: Readonly<Record<string, WritePolicy>>;
  readonly policy: Partial<ImportPolicy>;
  readonly adapter: PersistenceAdapter;
}
