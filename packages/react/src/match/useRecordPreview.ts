import type { ColumnMapping, PreviewRow, Schema, TableInfo } from '@importera/engine';
import { useMemo, useState } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { fieldLabel, fieldOf, sameField } from './fieldNames.ts';

export interface PreviewField {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly source: 'column' | 'default' | 'none';
  readonly match: boolean;
  readonly required: boolean;
}

export interface PreviewEntity {
  readonly entity: string;
  readonly label: string;
  readonly fields: readonly PreviewField[];
}

export interface RecordPreviewState {
  /** As the spreadsheet numbers it; null when the file has no data rows. */
  readonly row: number | null;
  readonly entities: readonly PreviewEntity[];
  next: (() => void) | null;
  previous: (() => void) | null;
}

/** The records one row of the file becomes under the present mapping, and the way to other rows. */
export function useRecordPreview(): RecordPreviewState {
  const { importer } = useImporterScope();
  const table = useOpenState((state) => state.table);
  const recipe = useOpenState((state) => state.recipe);
  const rows = useMemo(() => dataRows(table), [table]);
  const [wanted, setWanted] = useState(0);
  const index = Math.min(wanted, Math.max(0, rows.length - 1));
  const row = rows[index] ?? null;
  const entities = useMemo(
    () => previewEntities(row, recipe.columns, recipe.defaults, importer.schema),
    [row, recipe.columns, recipe.defaults, importer.schema],
  );
  return {
    row: row?.row ?? null,
    entities,
    next: index < rows.length - 1 ? () => setWanted(index + 1) : null,
    previous: index > 0 ? () => setWanted(index - 1) : null,
  };
}

function dataRows(table: TableInfo): readonly PreviewRow[] {
  const first = Math.max(table.headerRow ?? 0, table.skipRows);
  return table.preview.filter(({ row, cells }) => row > first && cells.some((cell) => cell !== ''));
}

function previewEntities(
  row: PreviewRow | null,
  columns: readonly ColumnMapping[],
  defaults: readonly { readonly entity: string; readonly field: string; readonly value: string }[],
  schema: Schema,
): readonly PreviewEntity[] {
  const refs = [
    ...columns.flatMap(({ target }) => (target && target.kind !== 'ignore' ? [target] : [])),
    ...defaults,
  ];
  const keys = Object.keys(schema.entities).filter((key) => refs.some((ref) => ref.entity === key));
  return keys.map((entity) => {
    const filled = [
      ...new Set(refs.filter((ref) => ref.entity === entity).map((ref) => ref.field)),
    ];
    const required = Object.entries(schema.entities[entity]?.fields ?? {})
      .filter(([field, definition]) => definition.required && !filled.includes(field))
      .map(([field]) => field);
    const fields = [...filled, ...required].map((field) => {
      const ref = { entity, field };
      const column = columns.find(
        ({ target }) => target !== null && target.kind !== 'ignore' && sameField(target, ref),
      );
      return previewField(ref, {
        row,
        column,
        fallback: defaults.find((each) => sameField(each, ref))?.value,
        schema,
      });
    });
    return { entity, label: schema.entities[entity]?.label ?? entity, fields };
  });
}

function previewField(
  ref: { readonly entity: string; readonly field: string },
  from: {
    readonly row: PreviewRow | null;
    readonly column: ColumnMapping | undefined;
    readonly fallback: string | undefined;
    readonly schema: Schema;
  },
): PreviewField {
  const { row, column, fallback, schema } = from;
  const cell = column === undefined ? '' : (row?.cells[column.column]?.trim() ?? '');
  const value = mapped(cell, column) || (fallback ?? '');
  const label =
    column?.target?.kind === 'new-field' ? column.target.label : fieldLabel(schema, ref);
  return {
    field: ref.field,
    label,
    value,
    source: value === '' ? 'none' : cell === '' ? 'default' : 'column',
    match: column?.match ?? false,
    required: fieldOf(schema, ref)?.required === true,
  };
}

function mapped(cell: string, column: ColumnMapping | undefined): string {
  const known = column?.values.find(([text]) => text === cell);
  return known === undefined ? cell : (known[1] ?? '');
}
