import { completeness, formatQuestion } from '@importera/engine';
import type {
  ColumnFormat,
  ColumnMapping,
  ColumnSuggestion,
  ColumnTarget,
  Field,
  FieldDefault,
  Schema,
  TableColumn,
  WritePolicy,
} from '@importera/engine';
import { useMemo } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { fieldLabel, fieldOf, sameField } from './fieldNames.ts';
import { isNothingMapped } from './isNothingMapped.ts';

/** Where a column stands: still open, going to a field, to a field that is to be made, or nowhere. */
export type MappingRowState = 'open' | 'mapped' | 'new-field' | 'ignored';

/** Why a column moved. */
export type MappingReason = 'choose' | 'ignore' | 'new-field' | 'runner-up';

/** One column of the file, as the match step shows it. */
export interface MappingRow {
  readonly column: TableColumn;
  readonly mapping: ColumnMapping;
  readonly suggestion: ColumnSuggestion | null;
  readonly state: MappingRowState;
  readonly field: Field | null;
  /** The column still goes where it was suggested to go. */
  readonly isGuess: boolean;
  /** Label of another column that fills the same field. */
  readonly sameAs: string | null;
  /** Neither the values nor the file's other columns prove how they are written, and nobody has said: the row is open. */
  readonly ambiguous: 'date' | 'decimal' | null;
}

/** A required field that no column and no default fills. */
export interface MissingField {
  readonly entity: string;
  readonly field: string;
  readonly label: string;
}

/** Who is told when a column is given a field. */
export interface MappingGridOptions {
  readonly onMap?: (
    column: number,
    target: ColumnTarget | null,
    details: { readonly reason: MappingReason },
  ) => void;
}

/** The columns of the file with where they go, what is still open, and how to decide. */
export interface MappingGridState {
  readonly rows: readonly MappingRow[];
  /** Columns that go nowhere yet, and those whose way of writing is asked. */
  readonly openCount: number;
  readonly missing: readonly MissingField[];
  /** Every column is dealt with, and at least one goes to a field. */
  readonly complete: boolean;
  readonly disabled: boolean;
  map(column: number, target: ColumnTarget | null, reason?: MappingReason): void;
  setMatch(column: number, match: boolean): void;
  setWrite(column: number, write: WritePolicy, clear: boolean): void;
  setFormat(column: number, format: ColumnFormat): void;
  ignoreOpen(): void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** State attributes of a row, for styling. */
  getRowProps(row: MappingRow): {
    readonly role: 'group';
    readonly 'aria-label': string;
    readonly 'data-state': MappingRowState;
  };
}

/** Behaviour of the match step. */
export function useMappingGrid(options: MappingGridOptions = {}): MappingGridState {
  const { importer, readOnly } = useImporterScope();
  const table = useOpenState((state) => state.table);
  const columns = useOpenState((state) => state.recipe.columns);
  const defaults = useOpenState((state) => state.recipe.defaults);
  const suggestions = useOpenState((state) => state.suggestions);
  const canUndo = useOpenState((state) => state.past.length > 0);
  const canRedo = useOpenState((state) => state.future.length > 0);
  const { schema } = importer;

  const rows = useMemo(
    () => mappingRows(table.columns, columns, suggestions, schema),
    [table.columns, columns, suggestions, schema],
  );
  const openCount = rows.filter(isOpen).length;
  const dispatch: typeof importer.dispatch = (event) => {
    if (!readOnly) importer.dispatch(event);
  };
  return {
    rows,
    openCount,
    missing: useMemo(() => missingFields(columns, defaults, schema), [columns, defaults, schema]),
    complete: openCount === 0 && !isNothingMapped(columns),
    disabled: readOnly,
    map(column, target, reason = 'choose') {
      options.onMap?.(column, target, { reason });
      dispatch({ type: 'column-mapped', column, target });
    },
    setMatch: (column, match) => dispatch({ type: 'match-changed', column, match }),
    setWrite: (column, write, clear) => dispatch({ type: 'write-changed', column, write, clear }),
    setFormat: (column, format) => dispatch({ type: 'format-changed', column, format }),
    ignoreOpen: () => dispatch({ type: 'open-columns-ignored' }),
    undo: canUndo && !readOnly ? () => importer.dispatch({ type: 'undone' }) : null,
    redo: canRedo && !readOnly ? () => importer.dispatch({ type: 'redone' }) : null,
    getRowProps: (row) => ({
      role: 'group',
      'aria-label': row.column.label,
      'data-state': row.state,
    }),
  };
}

function mappingRows(
  tableColumns: readonly TableColumn[],
  mappings: readonly ColumnMapping[],
  suggestions: readonly ColumnSuggestion[],
  schema: Schema,
): readonly MappingRow[] {
  const firstOfField = new Map<string, string>();
  return mappings.flatMap((mapping) => {
    const column = tableColumns[mapping.column];
    if (column === undefined) return [];
    const suggestion = suggestions.find((each) => each.column === mapping.column) ?? null;
    const { target } = mapping;
    const field = target?.kind === 'field' ? fieldOf(schema, target) : null;
    const row: MappingRow = {
      column,
      mapping,
      suggestion,
      field,
      state: stateOf(target),
      isGuess: isGuess(target, suggestion),
      sameAs: seenBefore(firstOfField, target, column.label),
      ambiguous: formatQuestion(mapping, field, tableColumns),
    };
    return [row];
  });
}

/** Whether anything is still to be decided about a column: where it goes, or how it is written. */
export function isOpen({ state, ambiguous }: MappingRow): boolean {
  return state === 'open' || ambiguous !== null;
}

function stateOf(target: ColumnTarget | null): MappingRowState {
  if (target === null) return 'open';
  if (target.kind === 'ignore') return 'ignored';
  return target.kind === 'field' ? 'mapped' : 'new-field';
}

function isGuess(target: ColumnTarget | null, suggestion: ColumnSuggestion | null): boolean {
  return (
    target?.kind === 'field' && suggestion?.guess != null && sameField(target, suggestion.guess)
  );
}

function seenBefore(
  seen: Map<string, string>,
  target: ColumnTarget | null,
  label: string,
): string | null {
  if (target === null || target.kind === 'ignore') return null;
  const key = `${target.entity}\u0000${target.field}`;
  const before = seen.get(key) ?? null;
  if (before === null) seen.set(key, label);
  return before;
}

/** As the engine sees it: only entities the file has anything of, and fields nothing else fills. */
function missingFields(
  columns: readonly ColumnMapping[],
  defaults: readonly FieldDefault[],
  schema: Schema,
): readonly MissingField[] {
  return completeness(columns, schema, defaults).missing.map(({ entity, field }) => ({
    entity,
    field,
    label: fieldLabel(schema, { entity, field }),
  }));
}
