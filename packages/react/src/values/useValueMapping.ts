import type { ChoiceField, ColumnMapping, UnknownValue } from '@importera/engine';
import { useMemo } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { fieldOf } from '../match/fieldNames.ts';

/** What was decided about a value: a choice, kept as it is, left out, or nothing yet. */
export type ValueDecision =
  | { readonly kind: 'option'; readonly option: string }
  | { readonly kind: 'keep' }
  | { readonly kind: 'leave-out' }
  | { readonly kind: 'open' };

/** A text that is no option: how many rows have it, what it is close to, what was decided. */
export interface ValueRow extends UnknownValue {
  readonly decision: ValueDecision;
}

/** A column to a choice field, with its texts that are no option. */
export interface ValueColumn {
  readonly mapping: ColumnMapping;
  readonly field: ChoiceField;
  readonly label: string;
  readonly rows: readonly ValueRow[];
}

/** Behaviour of the values step: the texts, what is decided of each, and how to decide. */
export interface ValueMapping {
  readonly columns: readonly ValueColumn[];
  /** Values that still make their rows errors. */
  readonly openCount: number;
  /** Suggestions nobody has taken. */
  readonly suggestionCount: number;
  readonly disabled: boolean;
  decide(column: number, text: string, decision: ValueDecision): void;
  acceptSuggestions(): void;
}

/** Behaviour of the values step: texts that are no choice, each once. */
export function useValueMapping(): ValueMapping {
  const { importer, readOnly } = useImporterScope();
  const unknown = useOpenState((state) => state.unknownValues);
  const mappings = useOpenState((state) => state.recipe.columns);
  const { schema } = importer;
  const columns = useMemo(
    () =>
      mappings.flatMap((mapping) => {
        const field = mapping.target?.kind === 'field' ? fieldOf(schema, mapping.target) : null;
        const rows = unknown.filter((value) => value.column === mapping.column);
        if (field?.type !== 'choice' || rows.length === 0) return [];
        return [
          {
            mapping,
            field,
            label: field.label,
            rows: valueRows(rows, mapping, field),
          },
        ];
      }),
    [mappings, unknown, schema],
  );
  const rows = columns.flatMap((column) => column.rows);
  const suggested = rows.filter((row) => row.decision.kind === 'open' && row.suggestion !== null);

  function decide(column: number, text: string, decision: ValueDecision): void {
    if (!readOnly)
      importer.dispatch({ type: 'value-mapped', column, text, value: valueOf(text, decision) });
  }
  return {
    columns,
    openCount: rows.filter((row) => row.decision.kind === 'open').length,
    suggestionCount: suggested.length,
    disabled: readOnly,
    decide,
    acceptSuggestions() {
      if (readOnly) return;
      const values = suggested.map(({ column, text, suggestion }) => ({
        column,
        text,
        value: suggestion,
      }));
      importer.dispatch({ type: 'values-mapped', values });
    },
  };
}

function valueRows(
  values: readonly UnknownValue[],
  mapping: ColumnMapping,
  field: ChoiceField,
): readonly ValueRow[] {
  const decided = new Map(mapping.values);
  return values.map((value) => ({
    ...value,
    decision: decisionOf(value.text, decided.get(value.text), field),
  }));
}

/** An open field keeps what it does not know, unless something else was said. */
function decisionOf(
  text: string,
  value: string | null | undefined,
  field: ChoiceField,
): ValueDecision {
  if (value === undefined) return field.open ? { kind: 'keep' } : { kind: 'open' };
  if (value === null) return { kind: 'leave-out' };
  return value === text && field.open ? { kind: 'keep' } : { kind: 'option', option: value };
}

function valueOf(text: string, decision: ValueDecision): string | null | undefined {
  if (decision.kind === 'open') return undefined;
  if (decision.kind === 'leave-out') return null;
  return decision.kind === 'keep' ? text : decision.option;
}
