import {
  ImportError,
  type CellEdit,
  type ColumnSuggestion,
  type CommitOptions,
  type ImportSession,
  type PlanSummary,
  type ReadOptions,
  type Report,
  type RowPage,
  type SourceInput,
  type TableInfo,
  type UnknownValue,
} from '@importera/engine';
import type { ServerImport } from '../store/ServerImport.ts';
import { askBlob, askJson } from './askJson.ts';
import { followImport } from './followImport.ts';
import { askServer, type ServerAccess, type ServerCall } from './serverRequest.ts';
import { uploadFile } from './uploadFile.ts';

export interface ServerSessionOptions extends ServerAccess {
  /** Id of the schema, one of those the server has. */
  readonly schema: string;
}

/** The work behind an import, done by a server: the wizard's same interface. */
export interface ServerSession extends ImportSession {
  /** The import at the server; null before a file is open. */
  importId(): string | null;
}

interface TableAnswer {
  readonly table: TableInfo;
  readonly suggestions: readonly ColumnSuggestion[];
}

/**
 * Lets a server do the work of an import. The import goes on when the page is left. The server names it: the id that `commit`
 * is given is not used, that of the report counts.
 * @example
 * const session = serverSession({ url: '/api/imports', schema: 'crm' });
 * const importer = createImporter({ schema: crm, session });
 */
export function serverSession(options: ServerSessionOptions): ServerSession {
  let current: { readonly id: string; read: ReadOptions; answer: TableAnswer } | null = null;
  let stop = new AbortController();
  let planning: AbortController | null = null;

  const json = <Result>(path: string, call?: ServerCall): Promise<Result> =>
    askJson<Result>(options, path, call);

  function opened(): NonNullable<typeof current> {
    if (current !== null) return current;
    throw new ImportError('state-invalid', 'No file is open. Call `open` before anything else.');
  }

  /** What a person asks of a running import; one that has ended meanwhile needs nothing. */
  function ask(action: 'pause' | 'resume' | 'cancel'): void {
    if (current === null) return;
    askServer(options, `/${current.id}/${action}`).catch((error: unknown) => {
      const ended = error instanceof ImportError && error.params['status'] === 409;
      if (!ended) stop.abort(error);
    });
  }

  return {
    importId: () => current?.id ?? null,
    async open(input, name, read, signal) {
      const opening = { file: fileOf(input), name, read, signal };
      current = { read, ...(await openAtServer(options, opening)) };
      return current.answer.table;
    },
    async reread(read, signal) {
      const open = opened();
      open.answer = await json(`/${open.id}/table`, { body: { read }, signal });
      open.read = read;
      return open.answer.table;
    },
    async profile(_onProgress, signal) {
      const open = opened();
      const body = { read: open.read, whole: true };
      open.answer = await json(`/${open.id}/table`, { body, signal });
      return open.answer.table;
    },
    suggest: async () => opened().answer.suggestions,
    async unknownValues(recipe) {
      const path = `/${opened().id}/unknown-values`;
      return (await json<{ values: readonly UnknownValue[] }>(path, { body: { recipe } })).values;
    },
    async plan(recipe, _onProgress, signal) {
      // A newer plan takes the place of one that is being made.
      planning?.abort(new DOMException('A newer plan is made.', 'AbortError'));
      const own = new AbortController();
      planning = own;
      const either = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
      const call = { body: { recipe }, signal: either };
      return (await json<{ summary: PlanSummary }>(`/${opened().id}/plan`, call)).summary;
    },
    rows: async (query) => await json<RowPage>(`/${opened().id}/rows`, { body: query }),
    async commit(commit) {
      stop = new AbortController();
      return await run(options, opened().id, commit, stop.signal);
    },
    pause: () => ask('pause'),
    resume: () => ask('resume'),
    cancel: () => ask('cancel'),
    errorFile: async (format) => await askBlob(options, `/${opened().id}/errors/${format}`),
    async corrections(input, name) {
      const path = `/${opened().id}/corrections?name=${encodeURIComponent(name)}`;
      return (await json<{ edits: readonly CellEdit[] }>(path, { bytes: fileOf(input) })).edits;
    },
    template: (format) =>
      askBlob(options, `/templates/${encodeURIComponent(options.schema)}/${format}`),
    dispose() {
      stop.abort(new DOMException('The session is closed.', 'AbortError'));
      planning?.abort(new DOMException('The session is closed.', 'AbortError'));
      current = null;
    },
  };
}

interface Opening {
  readonly file: Blob;
  readonly name: string;
  readonly read: ReadOptions;
  readonly signal: AbortSignal | undefined;
}

/** A new draft with its file. One whose file can not be read is removed again. */
async function openAtServer(
  options: ServerSessionOptions,
  { file, name, read, signal }: Opening,
): Promise<{ readonly id: string; readonly answer: TableAnswer }> {
  const body = { schema: options.schema, fileName: name };
  const { id } = await askJson<ServerImport>(options, '', { body, signal });
  try {
    await uploadFile(options, id, { file, name, signal });
    const answer = await askJson<TableAnswer>(options, `/${id}/table`, { body: { read }, signal });
    return { id, answer };
  } catch (error) {
    await askServer(options, `/${id}`, { method: 'DELETE' }).catch(() => undefined);
    throw error;
  }
}

/** Starts the import and follows it to its end. Aborting cancels it; closing the page does not. */
async function run(
  access: ServerAccess,
  id: string,
  { signal, onProgress }: CommitOptions,
  stopped: AbortSignal,
): Promise<Report> {
  signal?.throwIfAborted();
  const cancel = (): void => void askServer(access, `/${id}/cancel`).catch(() => undefined);
  await askServer(access, `/${id}/start`);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    await followImport(access, id, {
      signal: stopped,
      onChange: ({ progress }) => void (progress !== null && onProgress?.(progress)),
    });
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
  return await askJson<Report>(access, `/${id}/report`, { method: 'GET' });
}

function fileOf(input: SourceInput): Blob {
  if (input instanceof Blob) return input;
  if (typeof input === 'string' || input instanceof Uint8Array)
    return new Blob([input as BlobPart]);
  throw new ImportError(
    'file-unsupported',
    'Rows in memory can not be sent to a server. Give it a file or a text.',
  );
}
