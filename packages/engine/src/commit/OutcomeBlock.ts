import type { Issue } from '../issue/Issue.ts';

/** What a row did to a record; `none` where it holds none of the entity, or none was written. */
export const OUTCOME_ACTIONS = ['none', 'created', 'updated', 'unchanged', 'skipped'] as const;

/** One entity's part of the outcomes of a block, column-major. */
export interface EntityOutcomes {
  readonly entity: string;
  /** Index into `OUTCOME_ACTIONS`. */
  readonly actions: Uint8Array;
  /** Id of the record in the host's store, where it is known. */
  readonly ids: readonly (string | null)[];
}

/** What became of a run of rows: of the rows of a planned block, or of those a batch settled. */
export interface OutcomeBlock {
  readonly size: number;
  readonly rowNumbers: Uint32Array;
  /** Index into `OUTCOME_STATUSES`. */
  readonly statuses: Uint8Array;
  /** In parent-before-child order. */
  readonly entities: readonly EntityOutcomes[];
  /** Why rows are rejected, in row order. */
  readonly issues: readonly Issue[];
}
