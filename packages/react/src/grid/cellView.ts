import type { FieldRef, GridRow, Issue, OutcomeStatus, RowStatus, Value } from '@importera/engine';
import type { Messages } from '../locales/Locale.ts';
import type { GridColumn } from './gridColumns.ts';

export type CellState = 'error' | 'warning' | 'changed' | 'plain';

/** One cell as the grid shows it. */
export interface CellView {
  readonly text: string;
  readonly state: CellState;
  /** Stored value before and after, for a changed field. */
  readonly change: { readonly from: string; readonly to: string } | null;
  readonly issues: readonly Issue[];
  readonly edited: boolean;
}

/** Plan before the import, outcome after it, and what is left of that once all or some of it was taken back. */
export type GridMode = 'plan' | 'result' | 'undone' | 'partly-undone';
export type Undone = Exclude<GridMode, 'plan' | 'result'>;

/** Whether a row takes corrections: one that was written, or found as stored, is not written again. */
export function mayCorrect({ outcome }: GridRow, mode: GridMode): boolean {
  const status = mode === 'plan' ? 'pending' : (outcome?.status ?? 'pending');
  return status === 'pending' || status === 'rejected';
}

/** A row that was corrected since it was refused is shown as planned again, once it was checked. */
export function rowMode(
  row: GridRow,
  mode: GridMode,
  edits: ReadonlyMap<string, string>,
): GridMode {
  const isChecked =
    mode === 'result' &&
    mayCorrect(row, mode) &&
    row.edited.some((column) => edits.get(`${row.row}:${column}`) === row.cells[column]);
  return isChecked ? 'plan' : mode;
}

export interface CellOptions {
  readonly mode: GridMode;
  /** The text it was corrected to by hand. */
  readonly edit: string | undefined;
  /** Says a record's value. */
  readonly textOf: (value: Value, ref: FieldRef) => string;
}

export function cellView(
  row: GridRow,
  column: GridColumn,
  { mode, edit, textOf }: CellOptions,
): CellView {
  const issues =
    edit === undefined || edit === row.cells[column.column] ? issuesOf(row, column, mode) : [];
  const change = mode === 'plan' && edit === undefined ? changeOf(row, column, textOf) : null;
  return {
    text: edit ?? row.cells[column.column] ?? '',
    state: stateOf(issues, change !== null),
    change,
    issues,
    edited: edit !== undefined || row.edited.includes(column.column),
  };
}

/** Everything known to be wrong with a row, what keeps it out first: what the write refused, and what the plan found. */
export function rowIssues(row: GridRow, mode: GridMode): readonly Issue[] {
  const refused = (mode !== 'plan' && row.outcome?.issues) || [];
  const issues = refused.length > 0 ? refused : row.planned.issues;
  const weight = ({ severity }: Issue): number => (severity === 'error' ? 0 : 1);
  return issues.toSorted((a, b) => weight(a) - weight(b));
}

/** Whether an error keeps a row out, or kept it out. */
export function isRefused(row: GridRow, mode: GridMode): boolean {
  const state = rowState(row, mode);
  return state === 'reject' || state === 'rejected';
}

function issuesOf(row: GridRow, { column, target }: GridColumn, mode: GridMode): readonly Issue[] {
  return rowIssues(row, mode).filter((issue) => {
    if (issue.column !== undefined) return issue.column === column;
    if (target.kind === 'ignore') return false;
    return (
      issue.field === target.field && (issue.entity === undefined || issue.entity === target.entity)
    );
  });
}

function changeOf(
  row: GridRow,
  { target }: GridColumn,
  textOf: CellOptions['textOf'],
): CellView['change'] {
  if (target.kind === 'ignore') return null;
  const record = row.planned.records.find(({ entity }) => entity === target.entity);
  const change = record?.changes.find(({ field }) => field === target.field);
  return change ? { from: textOf(change.from, target), to: textOf(change.to, target) } : null;
}

function stateOf(issues: readonly Issue[], changed: boolean): CellState {
  if (issues.some(({ severity }) => severity === 'error')) return 'error';
  if (issues.some(({ severity }) => severity === 'warning')) return 'warning';
  return changed ? 'changed' : 'plain';
}

export type RowState = RowStatus | OutcomeStatus | Undone;

/** The state a row is shown with. */
export function rowState(row: GridRow, mode: GridMode): RowState {
  if (mode === 'plan' || row.outcome === null) return row.planned.status;
  return outcomeState(row.outcome.status, mode);
}

/** What was written is so no more once it was taken back. */
export function outcomeState(
  status: OutcomeStatus,
  mode: 'result' | Undone,
): OutcomeStatus | Undone {
  return mode !== 'result' && status === 'written' ? mode : status;
}

export function rowStateLabel(state: RowState, messages: Messages): string {
  return state in messages.result.rowStatuses && !(state in messages.review.rowStatuses)
    ? messages.result.rowStatuses[state as OutcomeStatus | Undone]
    : messages.review.rowStatuses[state as RowStatus];
}

export interface SummaryWords {
  readonly messages: Messages;
  /** Words side by side. */
  readonly list: (words: readonly string[]) => string;
  readonly entityLabel: (entity: string) => string;
  readonly fieldLabel: (entity: string, field: string) => string;
  readonly formatIssue: (issue: Issue) => string;
}

/** What a row does, did, or why it does not. */
export function rowSummary(row: GridRow, mode: GridMode, words: SummaryWords): string {
  const issues = rowIssues(row, mode).map(words.formatIssue);
  if (isRefused(row, mode)) return issues.join(' ');
  const { does, did } = words.messages.grid;
  const same = sameAsBefore(row);
  const done =
    mode !== 'plan' && row.outcome !== null
      ? sentences(
          row.outcome.records.map((record) => afterUndo(same(record), mode)),
          did,
          words,
        )
      : sentences(row.planned.records.map(same), does, words);
  return [...done, ...changedFields(row, mode, words), ...issues].join(' · ');
}

/**
 * A record that adds nothing to an earlier row is not *as stored*: this very import may create it. One that is found but may
 * not be changed is not just *left out*.
 */
function sameAsBefore<A extends string>({
  planned,
}: GridRow): (record: { readonly entity: string; readonly action: A }) => {
  readonly entity: string;
  readonly action: A | 'same' | 'kept';
} {
  const repeated = planned.records.filter(
    ({ action, match }) => action === 'unchanged' && match === 'file',
  );
  const kept = planned.records.filter(
    ({ action, match }) => action === 'skip' && (match === 'file' || match === 'stored'),
  );
  return ({ entity, action }) => {
    const isIn = (records: typeof repeated): boolean =>
      records.some((record) => record.entity === entity);
    if (action === 'unchanged' && isIn(repeated)) return { entity, action: 'same' };
    const isSkipped = action === 'skip' || action === 'skipped';
    return { entity, action: isSkipped && isIn(kept) ? 'kept' : action };
  };
}

/** Where all of it was taken back, it is no matter whether a record was new or changed. */
function afterUndo<A extends string>(
  { entity, action }: { readonly entity: string; readonly action: A },
  mode: GridMode,
): { readonly entity: string; readonly action: A | 'undone' } {
  const isGone = mode === 'undone' && (action === 'created' || action === 'updated');
  return { entity, action: isGone ? 'undone' : action };
}

/** One sentence an action, over all entities it is done to. */
function sentences<A extends string>(
  records: readonly { readonly entity: string; readonly action: A }[],
  says: Readonly<Record<A, (entities: string) => string>>,
  { entityLabel, list }: SummaryWords,
): readonly string[] {
  const actions = [...new Set(records.map(({ action }) => action))];
  return actions.map((action) => {
    const entities = records.filter((record) => record.action === action);
    return says[action](list(entities.map(({ entity }) => entityLabel(entity))));
  });
}

function changedFields(
  row: GridRow,
  mode: GridMode,
  { fieldLabel }: SummaryWords,
): readonly string[] {
  if (mode !== 'plan') return [];
  const fields = row.planned.records.flatMap(({ entity, changes }) =>
    changes.map(({ field }) => fieldLabel(entity, field)),
  );
  return fields.length === 0 ? [] : [fields.join(', ')];
}
