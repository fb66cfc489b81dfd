import { choiceOptions } from '../schema/choiceOptions.ts';
import type { Field, FieldType, Schema } from '../schema/Schema.ts';
import { templateColumns, type TemplateColumn } from '../schema/templateColumns.ts';
import { collectBytes } from './collectBytes.ts';
import { writeCsv } from './writeCsv.ts';
import { writeXls } from './writeXls.ts';
import { writeXlsx, type XlsxSheet } from './writeXlsx.ts';

/** Formats a template can have. */
export type TemplateFormat = 'csv' | 'xlsx' | 'xls';

/** Words of the sheet that explains the fields. */
export interface TemplateTexts {
  readonly sheet: string;
  readonly explanations: string;
  readonly column: string;
  readonly entity: string;
  readonly type: string;
  readonly required: string;
  readonly choices: string;
  readonly example: string;
  readonly help: string;
  readonly yes: string;
  /** After the choices of a field that takes any text. */
  readonly other: string;
  /** After the choices of a field that takes several. */
  readonly several: string;
  readonly types: Readonly<Record<FieldType, string>>;
}

/** How `writeTemplate` writes it. */
export interface TemplateOptions {
  /** With columns for the host's own ids, by which existing records are found. */
  readonly ids?: boolean;
  readonly texts?: Partial<TemplateTexts>;
  /** Of the CSV; `,` unless told. */
  readonly delimiter?: string;
}

/**
 * An import template: one column for each field of every entity, parents first, custom fields too, under
 * headers that map back by themselves. xlsx and xls have a second sheet that explains each field. It holds no
 * rows, so importing it as it is imports nothing.
 */
export async function writeTemplate(
  schema: Schema,
  format: TemplateFormat,
  options: TemplateOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const columns = templateColumns(schema).filter(
    ({ entity, field }) => options.ids || fieldOf(schema, entity, field)?.type !== 'id',
  );
  const headers = columns.map(({ header }) => header);
  if (format === 'csv') {
    return collectBytes(
      writeCsv([headers], options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
    );
  }
  const texts = { ...TEXTS, ...options.texts };
  const sheets: readonly XlsxSheet[] = [
    {
      name: texts.sheet,
      columns: columns.map((column) => sheetColumn(schema, column)),
      rows: [headers],
    },
    {
      name: texts.explanations,
      columns: EXPLANATION_WIDTHS.map((width) => ({ width })),
      rows: explanations(schema, columns, texts),
    },
  ];
  return format === 'xlsx' ? collectBytes(writeXlsx(sheets)) : writeXls(sheets);
}

const TEXTS: TemplateTexts = {
  sheet: 'Import',
  explanations: 'Explanations',
  column: 'Column',
  entity: 'Belongs to',
  type: 'Kind',
  required: 'Required',
  choices: 'Allowed choices',
  example: 'Example',
  help: 'Explanation',
  yes: 'Yes',
  other: 'or any other text',
  several: 'several allowed, separated by ;',
  types: {
    text: 'Text',
    number: 'Number',
    date: 'Date',
    boolean: 'Yes or no',
    email: 'E-mail',
    phone: 'Phone',
    url: 'Web address',
    choice: 'Choice',
    reference: 'Existing record',
    id: 'Id of an existing record',
  },
};
const EXPLANATION_WIDTHS = [28, 16, 18, 10, 40, 24, 60];

function fieldOf(schema: Schema, entity: string, field: string): Field | undefined {
  return schema.entities[entity]?.fields[field];
}

/** Numbers, dates and yes/no may be typed as such; everything else stays text as typed. */
const TYPED: ReadonlySet<FieldType> = new Set(['number', 'date', 'boolean']);

function sheetColumn(
  schema: Schema,
  { entity, field, header }: TemplateColumn,
): XlsxSheet['columns'][number] {
  const def = fieldOf(schema, entity, field);
  const single = def?.type === 'choice' && !def.multiple && !def.open;
  return {
    width: Math.min(40, Math.max(14, header.length + 3)),
    text: def !== undefined && !TYPED.has(def.type),
    ...(single && { choices: choiceOptions(def.options).map(({ label }) => label) }),
  };
}

function explanations(
  schema: Schema,
  columns: readonly TemplateColumn[],
  texts: TemplateTexts,
): readonly (readonly string[])[] {
  const head = [
    texts.column,
    texts.entity,
    texts.type,
    texts.required,
    texts.choices,
    texts.example,
    texts.help,
  ];
  const rows = columns.map(({ entity, field, header }) => {
    const def = fieldOf(schema, entity, field);
    if (!def) return [header];
    const required = def.required ? texts.yes : '';
    return [
      header,
      schema.entities[entity]?.label ?? entity,
      texts.types[def.type],
      required,
      choicesText(def, texts),
      def.example ?? '',
      def.help ?? '',
    ];
  });
  return [head, ...rows];
}

function choicesText(def: Field, texts: TemplateTexts): string {
  if (def.type !== 'choice') return '';
  const labels = choiceOptions(def.options)
    .map(({ label }) => label)
    .join('; ');
  const notes = [def.open && texts.other, def.multiple && texts.several].filter(Boolean);
  return notes.length > 0 ? `${labels} (${notes.join(', ')})` : labels;
}
