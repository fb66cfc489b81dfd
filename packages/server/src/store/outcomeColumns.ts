import {
  OUTCOME_ACTIONS,
  OUTCOME_STATUSES,
  type Issue,
  type OutcomeBlock,
  type OutcomeStatus,
  type RowOutcome,
} from '@importera/engine';
import { numberOf, type Row } from '../database/columns.ts';
import { storableText } from '../database/jsonText.ts';

/** Outcomes of rows as they are stored: `actions` and `ids` entity after entity. */
export interface OutcomeColumns {
  readonly states: readonly OutcomeStatus[];
  /** Whole numbers of 32 bits, the lowest byte first. */
  readonly rowNumbers: Uint8Array;
  readonly statuses: Uint8Array;
  readonly entities: readonly string[];
  readonly actions: readonly number[];
  readonly ids: readonly (string | null)[];
  readonly issues: readonly Issue[];
}

export function outcomeColumns(outcomes: readonly RowOutcome[]): OutcomeColumns {
  const size = outcomes.length;
  const entities = [
    ...new Set(outcomes.flatMap(({ records }) => records.map(({ entity }) => entity))),
  ];
  const actions = Array.from({ length: entities.length * size }, () => 0);
  const ids = Array.from(actions, (): string | null => null);
  const rowNumbers = new DataView(new ArrayBuffer(size * 4));
  const statuses = new Uint8Array(size);
  for (const [r, { row, status, records }] of outcomes.entries()) {
    rowNumbers.setUint32(r * 4, row, true);
    statuses[r] = OUTCOME_STATUSES.indexOf(status);
    for (const { entity, action, id } of records) {
      const at = entities.indexOf(entity) * size + r;
      actions[at] = OUTCOME_ACTIONS.indexOf(action);
      ids[at] = id === null ? null : storableText(id);
    }
  }
  return {
    states: OUTCOME_STATUSES.filter((_, status) => statuses.includes(status)),
    rowNumbers: new Uint8Array(rowNumbers.buffer),
    statuses,
    entities,
    actions,
    ids,
    issues: outcomes.flatMap(({ row, issues }) => issues.map((issue) => ({ ...issue, row }))),
  };
}

/** A stored block as the engine has it. */
export function storedBlock(row: Row): OutcomeBlock {
  const size = numberOf(row, 'size');
  const rowNumbers = row['row_numbers'] as Uint8Array;
  const view = new DataView(rowNumbers.buffer, rowNumbers.byteOffset, rowNumbers.byteLength);
  const actions = row['actions'] as readonly number[];
  const ids = row['ids'] as readonly (string | null)[];
  return {
    size,
    rowNumbers: Uint32Array.from({ length: size }, (_, r) => view.getUint32(r * 4, true)),
    statuses: row['statuses'] as Uint8Array,
    entities: (row['entities'] as readonly string[]).map((entity, e) => ({
      entity,
      actions: Uint8Array.from(actions.slice(e * size, (e + 1) * size)),
      ids: ids.slice(e * size, (e + 1) * size),
    })),
    issues: (row['issues'] ?? []) as readonly Issue[],
  };
}
