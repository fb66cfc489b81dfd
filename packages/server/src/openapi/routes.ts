import { OUTCOME_STATUSES } from '@importera/engine';
import type { ImportAction } from '../http/ServerHost.ts';
import { SERVER_STATUSES, STATUS_GROUPS } from '../store/ServerImport.ts';
import type { SchemaName } from './schemas.ts';

/** A route as the description of the API has it. */
export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'HEAD';
  /** Relative to where the server is mounted. */
  readonly path: string;
  readonly summary: string;
  /** What the host is asked about; null: nobody is asked. */
  readonly action: ImportAction | null;
  readonly query?: readonly QueryParameter[];
  /** A JSON body by its schema, or another type, or either of two. */
  readonly body?: SchemaName | { readonly type: string; readonly or?: string };
  readonly status: number;
  /** The answer by its schema, another type, or null for none. */
  readonly answer: SchemaName | { readonly type: string } | null;
}

export interface QueryParameter {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly description: string;
  /** All it may be. */
  readonly values?: readonly string[];
  /** Several of them, separated by commas. */
  readonly isList?: true;
}

const BYTES = { type: 'application/octet-stream' };
const EVENTS = { type: 'text/event-stream' };
const TUS = { type: 'application/offset+octet-stream' };

const query = (
  name: string,
  type: QueryParameter['type'],
  description: string,
  values: Pick<QueryParameter, 'values' | 'isList'> = {},
): QueryParameter => ({ name, type, description, ...values });
const paging = [query('limit', 'integer', 'how many at most')];

/** What a person asks of an import that is under way or at rest. */
const asked = (action: ImportAction, summary: string): ApiRoute => ({
  method: 'POST',
  path: `/:id/${action}`,
  summary,
  action,
  body: 'Nothing',
  status: 202,
  answer: 'Import',
});

const upload = (
  method: ApiRoute['method'],
  path: string,
  summary: string,
  status: number,
): ApiRoute => ({
  method,
  path,
  summary,
  action: 'upload',
  ...(method === 'POST' || method === 'PATCH' ? { body: TUS } : {}),
  status,
  answer: null,
});

/** All routes of the server; a test holds them against those that are served. */
export const ROUTES: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This description',
    action: null,
    status: 200,
    answer: { type: 'application/json' },
  },
  {
    method: 'GET',
    path: '/events',
    summary: 'Follows all imports: events import, removed, ready, alive',
    action: 'list',
    query: [
      query('schema', 'string', 'only imports of this schema'),
      query('mine', 'boolean', 'only own imports'),
    ],
    status: 200,
    answer: EVENTS,
  },
  {
    method: 'GET',
    path: '/permissions',
    summary: 'Who may import what',
    action: 'list',
    query: [query('schema', 'string', 'the schema imported by')],
    status: 200,
    answer: 'Permissions',
  },
  {
    method: 'POST',
    path: '/',
    summary: 'Makes a draft',
    action: 'create',
    body: 'NewImport',
    status: 201,
    answer: 'Import',
  },
  {
    method: 'GET',
    path: '/',
    summary: 'Lists imports, the newest first',
    action: 'list',
    query: [
      ...paging,
      query('offset', 'integer', 'how many to pass over'),
      query('schema', 'string', 'only of this schema'),
      query('status', 'string', 'a status, or a group of them', {
        values: [...new Set([...Object.keys(STATUS_GROUPS), ...SERVER_STATUSES])],
      }),
      query('user', 'string', 'only what this person made'),
    ],
    status: 200,
    answer: 'ImportList',
  },
  {
    method: 'GET',
    path: '/:id',
    summary: 'An import',
    action: 'read',
    status: 200,
    answer: 'Import',
  },
  {
    method: 'PATCH',
    path: '/:id',
    summary: 'Keeps a draft’s recipe and step',
    action: 'change',
    body: 'ImportChange',
    status: 200,
    answer: 'Import',
  },
  {
    method: 'DELETE',
    path: '/:id',
    summary: 'Removes an import and its file',
    action: 'remove',
    status: 204,
    answer: null,
  },
  {
    ...upload(
      'POST',
      '/:id/uploads',
      'Begins a resumable upload (tus 1.0), or takes a file whole',
      201,
    ),
    query: [query('name', 'string', 'name of a file that comes whole')],
    body: { ...TUS, or: BYTES.type },
  },
  upload('HEAD', '/:id/uploads/:file', 'How far an upload is (tus 1.0)', 200),
  upload('PATCH', '/:id/uploads/:file', 'Goes on with an upload (tus 1.0)', 204),
  upload('DELETE', '/:id/uploads/:file', 'Gives an upload up (tus 1.0)', 204),
  {
    method: 'GET',
    path: '/:id/file',
    summary: 'The uploaded file',
    action: 'read',
    status: 200,
    answer: BYTES,
  },
  {
    method: 'POST',
    path: '/:id/table',
    summary: 'What was found in the file, and suggestions',
    action: 'read',
    body: 'ReadTable',
    status: 200,
    answer: 'Table',
  },
  {
    method: 'POST',
    path: '/:id/unknown-values',
    summary: 'Values of choices that are no option',
    action: 'read',
    body: 'WithRecipe',
    status: 200,
    answer: 'UnknownValues',
  },
  {
    method: 'POST',
    path: '/:id/plan',
    summary: 'What would happen; keeps the recipe, unless told not to',
    action: 'change',
    body: 'PlanQuery',
    status: 200,
    answer: 'Plan',
  },
  {
    method: 'POST',
    path: '/:id/rows',
    summary: 'A page of rows as read, planned, written',
    action: 'read',
    body: 'RowQuery',
    status: 200,
    answer: 'RowPage',
  },
  {
    method: 'POST',
    path: '/:id/corrections',
    summary: 'What a corrected error file changes',
    action: 'read',
    query: [query('name', 'string', 'name of the file')],
    body: BYTES,
    status: 200,
    answer: 'Corrections',
  },
  asked('start', 'Starts an import'),
  asked('pause', 'Pauses after the batches in flight'),
  asked('resume', 'Goes on with a paused import'),
  asked('cancel', 'Stops; what was written stays'),
  asked('undo', 'Takes back what was written'),
  {
    method: 'GET',
    path: '/:id/undo',
    summary: 'What an undo would do',
    action: 'undo',
    status: 200,
    answer: { type: 'application/json' },
  },
  {
    method: 'GET',
    path: '/:id/run',
    summary: 'The recipe it was started with',
    action: 'read',
    status: 200,
    answer: 'Run',
  },
  {
    method: 'GET',
    path: '/:id/events',
    summary: 'Follows an import until it rests: events import, alive',
    action: 'read',
    status: 200,
    answer: EVENTS,
  },
  {
    method: 'GET',
    path: '/:id/outcomes',
    summary: 'What became of each row, in file order',
    action: 'read',
    query: [
      ...paging,
      query('after', 'integer', 'rows after this one'),
      query('status', 'string', 'only these outcomes', { values: OUTCOME_STATUSES, isList: true }),
    ],
    status: 200,
    answer: 'Outcomes',
  },
  {
    method: 'GET',
    path: '/:id/report',
    summary: 'The report, with the ids of what was written',
    action: 'read',
    status: 200,
    answer: 'Report',
  },
  {
    method: 'GET',
    path: '/:id/errors/:format',
    summary: 'The rows that were not imported (csv, xlsx)',
    action: 'read',
    query: [
      query(
        'language',
        'string',
        'of the reasons, e.g. sv-SE: the nearest that is known, else English; default: by Accept-Language',
      ),
    ],
    status: 200,
    answer: BYTES,
  },
  {
    method: 'GET',
    path: '/templates/:schema/:format',
    summary: 'The import template (csv, xlsx, xls)',
    action: 'template',
    query: [query('kind', 'string', 'the schema’s kind it is for')],
    status: 200,
    answer: BYTES,
  },
  {
    method: 'POST',
    path: '/exports/:schema/:format',
    summary: 'What is stored, as a file that imports back unchanged (csv, xlsx)',
    action: 'export',
    body: 'ExportQuery',
    status: 200,
    answer: BYTES,
  },
];
