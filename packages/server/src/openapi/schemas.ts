import {
  OUTCOME_STATUSES,
  RECORD_ACTIONS,
  recipeSchema,
  ROW_STATUSES,
  type CommitProgress,
  type Issue,
  type JsonSchema,
  type Report,
  type RowOutcome,
  type RowQuery,
  type UndoReport,
} from '@importera/engine';
import { SERVER_STATUSES, type ServerImport } from '../store/ServerImport.ts';
import type { Problem } from '../http/problem.ts';
import { describeRecipe } from './describeRecipe.ts';

const text: JsonSchema = { type: 'string' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const instant: JsonSchema = { type: 'string', format: 'date-time' };
const counts: JsonSchema = { type: 'object', additionalProperties: count };
const anything: JsonSchema = { type: 'object' };
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const { read: readOptions = anything } = recipeSchema['properties'] as Readonly<
  Record<string, JsonSchema>
>;
const optional = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
export const ref = (name: SchemaName): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** Every member of a type, so that one that is added is a compile error here until it is described. */
type Members<Type> = Readonly<Record<keyof Type, JsonSchema>>;

/** An object with these members, all of which are there unless `optional` names them. */
function object(
  properties: Readonly<Record<string, JsonSchema>>,
  optionalMembers: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optionalMembers.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const progress: Members<CommitProgress> = {
  rowsDone: count,
  rowsTotal: count,
  written: count,
  rejected: count,
  rate: { type: 'number', minimum: 0 },
};

const error = object({
  code: text,
  message: text,
  params: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
});

const report: Members<Report> = {
  importId: { type: 'string', format: 'uuid' },
  status: { enum: ['completed', 'cancelled', 'failed'] },
  rows: count,
  created: counts,
  updated: counts,
  unchanged: counts,
  skipped: count,
  rejected: count,
  ids: { type: 'object', additionalProperties: list(text) },
  error: optional(error),
  seconds: { type: 'number' },
  startedAt: instant,
  finishedAt: instant,
};

const undo: Members<UndoReport> = { reversed: count, kept: count, failed: count };

const imported: Members<ServerImport> = {
  id: { type: 'string', format: 'uuid' },
  schemaId: text,
  status: { enum: [...SERVER_STATUSES] },
  fileName: text,
  fileSize: optional(count),
  rows: optional(count),
  rowsPlanned: optional(count),
  user: { type: ['string', 'null'] },
  step: text,
  progress: optional(object(progress)),
  report: optional({ $ref: '#/components/schemas/Report' }),
  error: optional(error),
  undo: optional({ $ref: '#/components/schemas/UndoReport' }),
  createdAt: instant,
  updatedAt: instant,
  startedAt: optional(instant),
  finishedAt: optional(instant),
  recipe: optional({ $ref: '#/components/schemas/Recipe' }),
};
const { recipe: _recipe, ...summary } = imported;

const issue: Members<Issue> = {
  code: text,
  severity: { enum: ['error', 'warning', 'info'] },
  row: count,
  column: count,
  entity: text,
  field: text,
  params: anything,
};
const issues = list(object(issue, ['row', 'column', 'entity', 'field']));

const outcome: Members<RowOutcome> = {
  row: count,
  status: { enum: [...OUTCOME_STATUSES] },
  records: list(
    object({
      entity: text,
      action: { enum: ['created', 'updated', 'unchanged', 'skipped'] },
      id: { type: ['string', 'null'] },
    }),
  ),
  issues,
};

const rowQuery: Members<RowQuery> = {
  offset: count,
  limit: { type: 'integer', minimum: 0, maximum: 1_000 },
  statuses: { ...list({ enum: ROW_STATUSES }), description: 'what is planned for the row' },
  actions: {
    ...list({ enum: RECORD_ACTIONS.filter((action) => action !== 'none') }),
    description: 'what is planned for any record of the row',
  },
  outcomes: { ...list({ enum: OUTCOME_STATUSES }), description: 'what became of the row' },
  search: { type: 'string', maxLength: 1_000 },
  issue: object(
    { code: text, entity: optional(text), field: optional(text), value: optional(text) },
    ['entity'],
  ),
};

const problem: Members<Problem> & { readonly type: JsonSchema; readonly title: JsonSchema } = {
  type: text,
  title: text,
  status: { type: 'integer', minimum: 400, maximum: 599 },
  code: text,
  detail: text,
  params: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
};

/** What goes to and fro, by name. */
export const SCHEMAS: Readonly<Record<SchemaName, JsonSchema>> = {
  Import: object(imported),
  ImportSummary: object(summary),
  ImportList: object({ imports: list({ $ref: '#/components/schemas/ImportSummary' }) }),
  Report: object(report),
  UndoReport: object(undo),
  Outcomes: object({ outcomes: list(object(outcome)), next: optional(count) }),
  Recipe: describeRecipe(),
  Permissions: {
    type: 'object',
    properties: { import: {}, kinds: anything, entities: anything, settings: anything },
    additionalProperties: false,
  },
  Table: object({
    table: {
      type: 'object',
      required: ['fileName', 'columns', 'rowCount', 'preview', 'signature'],
      properties: { columns: list(anything), rowCount: optional(count), preview: list(anything) },
    },
    suggestions: list(anything),
  }),
  UnknownValues: object({ values: list(anything) }),
  Plan: object({ summary: { type: 'object', required: ['rows', 'entities'] } }),
  RowPage: {
    type: 'object',
    required: ['total', 'rows'],
    properties: { total: count, rows: list(anything) },
  },
  Corrections: object({ edits: list(anything), refused: list(anything) }),
  Run: object({ recipe: { $ref: '#/components/schemas/Recipe' }, number: count }),
  Problem: object(problem),
  NewImport: object({ schema: text, fileName: { type: 'string', maxLength: 255 } }, ['fileName']),
  ImportChange: object(
    { recipe: { $ref: '#/components/schemas/Recipe' }, step: { type: 'string', maxLength: 40 } },
    ['recipe', 'step'],
  ),
  ReadTable: object(
    {
      read: readOptions,
      kind: { ...text, description: 'the schema’s kind that suggestions are for' },
      whole: { type: 'boolean', description: 'reads all of the file, and counts its rows' },
    },
    ['read', 'kind', 'whole'],
  ),
  WithRecipe: object({ recipe: { $ref: '#/components/schemas/Recipe' } }),
  PlanQuery: object(
    {
      recipe: { $ref: '#/components/schemas/Recipe' },
      keep: { type: 'boolean', default: true, description: 'false: the import stays as it is' },
    },
    ['keep'],
  ),
  RowQuery: object(
    {
      ...rowQuery,
      recipe: {
        $ref: '#/components/schemas/Recipe',
        description: 'as they would be under this one, which is not kept',
      },
    },
    [...Object.keys(rowQuery), 'recipe'],
  ),
  ExportQuery: object({ kind: text, settings: anything }, ['kind', 'settings']),
  Nothing: object({}),
};

export type SchemaName =
  | 'Import'
  | 'ImportSummary'
  | 'ImportList'
  | 'Report'
  | 'UndoReport'
  | 'Outcomes'
  | 'Recipe'
  | 'Permissions'
  | 'Table'
  | 'UnknownValues'
  | 'Plan'
  | 'RowPage'
  | 'Corrections'
  | 'Run'
  | 'Problem'
  | 'NewImport'
  | 'ImportChange'
  | 'ReadTable'
  | 'WithRecipe'
  | 'PlanQuery'
  | 'RowQuery'
  | 'ExportQuery'
  | 'Nothing';
