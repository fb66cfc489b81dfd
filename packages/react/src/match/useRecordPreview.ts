import { sampleRecords } from '@importera/engine';
import type {
  ColumnMapping,
  Issue,
  PreviewRow,
  Recipe,
  SampleField,
  Schema,
  TableInfo,
} from '@importera/engine';
import { useEffect, useMemo, useState } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { useFormats } from '../locales/useFormats.ts';
import { valueText } from '../settings/valueText.ts';
import type { ValueWords } from '../settings/valueText.ts';
import { fieldLabel, fieldOf, sameField } from './fieldNames.ts';

/** A field of the previewed record: its value as text, and where that comes from. */
export interface PreviewField {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly source: 'column' | 'default' | 'none';
  readonly match: boolean;
  readonly required: boolean;
  /** Why the cell can not be read as the field. */
  readonly issue: Issue | null;
}

/** A record that the row makes, field by field. */
export interface PreviewEntity {
  readonly entity: string;
  readonly label: string;
  readonly fields: readonly PreviewField[];
}

/**
 * What comes out of one row of the file under the mapping as it is, with the way to its neighbours (null at the
 * ends).
 */
export interface RecordPreviewState {
  /** As the spreadsheet numbers it; null when the file has no data rows. */
  readonly row: number | null;
  readonly entities: readonly PreviewEntity[];
  next: (() => void) | null;
  previous: (() => void) | null;
}

/** The records one row of the file becomes under the present mapping, and the way to other rows. */
export function useRecordPreview(): RecordPreviewState {
  const { importer, messages } = useImporterScope();
  const table = useOpenState((state) => state.table);
  const recipe = useOpenState((state) => state.recipe);
  const rows = useMemo(() => dataRows(table), [table]);
  const [wanted, setWanted] = useState(0);
  const index = Math.min(wanted, Math.max(0, rows.length - 1));
  const row = rows[index] ?? null;
  const { schema } = importer;
  const formats = useFormats();
  const fields = useSample(table, recipe, schema, row);
  const entities = useMemo(
    () => previewEntities(fields, recipe.columns, { schema, messages, formats }),
    [fields, recipe.columns, schema, messages, formats],
  );
  return {
    row: row?.row ?? null,
    entities,
    next: index < rows.length - 1 ? () => setWanted(index + 1) : null,
    previous: index > 0 ? () => setWanted(index - 1) : null,
  };
}

/** The row read as the import will read it. Until that is done, and where it can not be, what was read before stays. */
function useSample(
  table: TableInfo,
  recipe: Recipe,
  schema: Schema,
  row: PreviewRow | null,
): readonly SampleField[] {
  const [fields, setFields] = useState<readonly SampleField[]>([]);
  useEffect(() => {
    let isOver = false;
    const reading =
      row === null ? Promise.resolve([]) : sampleRecords(table, recipe, schema, [row]);
    reading.then(
      ([sample]) => {
        if (!isOver) setFields(sample?.fields ?? []);
      },
      // A recipe that can not be read is told where it is made; a preview has nothing to add.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [table, recipe, schema, row]);
  return fields;
}

function dataRows(table: TableInfo): readonly PreviewRow[] {
  const first = Math.max(table.headerRow ?? 0, table.skipRows);
  return table.preview.filter(({ row, cells }) => row > first && cells.some((cell) => cell !== ''));
}

function previewEntities(
  fields: readonly SampleField[],
  columns: readonly ColumnMapping[],
  words: ValueWords,
): readonly PreviewEntity[] {
  const { schema } = words;
  const keys = Object.keys(schema.entities).filter((key) =>
    fields.some(({ entity }) => entity === key),
  );
  return keys.map((entity) => {
    const own = fields.filter((field) => field.entity === entity);
    const required = Object.entries(schema.entities[entity]?.fields ?? {})
      .filter(([key, { required }]) => required && !own.some(({ field }) => field === key))
      .map(([field]): SampleField => ({ entity, field, value: null, column: null, issues: [] }));
    return {
      entity,
      label: schema.entities[entity]?.label ?? entity,
      fields: [...own, ...required].map((field) => previewField(field, columns, words)),
    };
  });
}

function previewField(
  sample: SampleField,
  columns: readonly ColumnMapping[],
  words: ValueWords,
): PreviewField {
  const { schema } = words;
  const { field, value, issues } = sample;
  const column = columns.find(
    ({ target }) => target !== null && target.kind !== 'ignore' && sameField(target, sample),
  );
  const definition = fieldOf(schema, sample);
  const made = column?.target?.kind === 'new-field' ? column.target.label : null;
  // What could not be read is shown as the file has it.
  const wrong = issues.find(({ severity }) => severity === 'error');
  const raw = wrong?.params['value'];
  const text = valueText(value, sample, words);
  const shown = wrong === undefined ? text : String(raw ?? text);
  return {
    field,
    label: made ?? fieldLabel(schema, sample),
    value: shown,
    source:
      shown === '' ? 'none' : sample.column === null && wrong === undefined ? 'default' : 'column',
    match: column?.match ?? false,
    required: definition?.required === true,
    issue: wrong ?? null,
  };
}
