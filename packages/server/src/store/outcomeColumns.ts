import {
  OUTCOME_ACTIONS,
  OUTCOME_STATUSES,
  rowOutcome,
  type Issue,
  type OutcomeBlock,
  type OutcomeStatus,
  type RowOutcome,
} from '@importera/engine';
import { arrayText } from '../database/arrayText.ts';
import { numberOf, type Row } from '../database/columns.ts';
import { storableText } from '../database/jsonText.ts';

/** Outcomes of rows as they are stored, in file order: `actions` and `ids` entity after entity. Lists are as Postgres writes them. */
export interface OutcomeColumns {
  readonly size: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly states: readonly OutcomeStatus[];
  /** Whole numbers of 32 bits, the lowest byte first. */
  readonly rowNumbers: Uint8Array;
  readonly statuses: Uint8Array;
  readonly entities: string;
  readonly actions: string;
  readonly ids: string;
  readonly issues: readonly Issue[];
}

/** From column to column: there are as many rows as the import has. */
export function outcomeColumns(block: OutcomeBlock): OutcomeColumns {
  const { size, rowNumbers, statuses, entities, issues } = inFileOrder(block);
  const numbers = new DataView(new ArrayBuffer(size * 4));
  rowNumbers.forEach((row, r) => numbers.setUint32(r * 4, row, true));
  return {
    size,
    firstRow: rowNumbers[0] ?? 0,
    lastRow: rowNumbers.at(-1) ?? 0,
    states: OUTCOME_STATUSES.filter((_, status) => statuses.includes(status)),
    rowNumbers: new Uint8Array(numbers.buffer),
    statuses,
    entities: arrayText(entities.map(({ entity }) => entity)),
    actions: `{${entities.map(({ actions }) => actions.join()).join()}}`,
    ids: arrayText(
      entities.flatMap(({ ids }) => ids.map((id) => (id === null ? null : storableText(id)))),
    ),
    issues,
  };
}

function inFileOrder(block: OutcomeBlock): OutcomeBlock {
  const { size, rowNumbers } = block;
  if (rowNumbers.every((row, r) => r === 0 || row > (rowNumbers[r - 1] ?? 0))) return block;
  const rows = Array.from({ length: size }, (_, r) => r);
  return someRows(
    block,
    rows.sort((a, b) => (rowNumbers[a] ?? 0) - (rowNumbers[b] ?? 0)),
  );
}

/** Some rows of a block, by their indexes. */
export function someRows(block: OutcomeBlock, rows: readonly number[]): OutcomeBlock {
  return {
    size: rows.length,
    rowNumbers: Uint32Array.from(rows, (r) => block.rowNumbers[r] ?? 0),
    statuses: Uint8Array.from(rows, (r) => block.statuses[r] ?? 0),
    entities: block.entities.map(({ entity, actions, ids }) => ({
      entity,
      actions: Uint8Array.from(rows, (r) => actions[r] ?? 0),
      ids: rows.map((r) => ids[r] ?? null),
    })),
    issues: block.issues.length === 0 ? [] : rows.flatMap((r) => rowOutcome(block, r).issues),
  };
}

/** Outcomes one by one as a block. */
export function outcomeBlock(outcomes: readonly RowOutcome[]): OutcomeBlock {
  const size = outcomes.length;
  const names = new Set(outcomes.flatMap(({ records }) => records.map(({ entity }) => entity)));
  const entities = [...names].map((entity) => ({
    entity,
    actions: new Uint8Array(size),
    ids: Array.from({ length: size }, (): string | null => null),
  }));
  for (const [r, { records }] of outcomes.entries()) {
    for (const { entity, action, id } of records) {
      const own = entities.find((other) => other.entity === entity);
      if (own === undefined) continue;
      own.actions[r] = OUTCOME_ACTIONS.indexOf(action);
      own.ids[r] = id;
    }
  }
  return {
    size,
    rowNumbers: Uint32Array.from(outcomes, ({ row }) => row),
    statuses: Uint8Array.from(outcomes, ({ status }) => OUTCOME_STATUSES.indexOf(status)),
    entities,
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
