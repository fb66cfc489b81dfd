import {
  ImportError,
  type CellEdit,
  type ColumnSuggestion,
  type ExportScope,
  type ImportSession,
  type PlanSummary,
  type ReadOptions,
  type RowPage,
  type SourceInput,
  type TableInfo,
  type UndoReport,
  type UnknownValue,
} from '@importera/engine';
import type { ServerImport } from '../store/ServerImport.ts';
import { askBlob, askJson } from './askJson.ts';
import { followRun, undoRun } from './followRun.ts';
import { restoreImport } from './restoreImport.ts';
import { askServer, type ServerAccess, type ServerCall } from './serverRequest.ts';
import { uploadFile } from './uploadFile.ts';

export interface ServerSessionOptions extends ServerAccess {
  /** Id of the schema, one of those the server has. */
  readonly schema: string;
  /** Offers what is stored as an example file (see `ImportSession.exportFile`), where the server's adapter can list it. */
  readonly exports?: boolean;
}

/** The work behind an import, done by a server: the wizard's same interface. */
export interface ServerSession extends ImportSession {
  /** The import at the server; null before a file is open. */
  importId(): string | null;
}

export interface TableAnswer {
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
  let current: OpenedImport | null = null;
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
      const before = current;
      const opened = await openAtServer(options, opening);
      current = { read, kind: undefined, isDraft: true, ...opened };
      // Nobody looks for the draft of a file that was changed for another.
      if (before?.isDraft === true) await remove(options, before.id);
      return opened.answer.table;
    },
    async reread(read, signal) {
      const open = opened();
      const { kind } = open;
      open.answer = await json(`/${open.id}/table`, { body: { read, kind }, signal });
      open.read = read;
      return open.answer.table;
    },
    async profile(_onProgress, signal) {
      const open = opened();
      const body = { read: open.read, kind: open.kind, whole: true };
      open.answer = await json(`/${open.id}/table`, { body, signal });
      return open.answer.table;
    },
    async suggest(kind) {
      const open = opened();
      if (kind !== open.kind) {
        const body = { read: open.read, kind };
        const answer = await json<TableAnswer>(`/${open.id}/table`, { body });
        // What was read of the whole file stays.
        open.answer = { ...open.answer, suggestions: answer.suggestions };
        open.kind = kind;
      }
      return open.answer.suggestions;
    },
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
      const open = opened();
      stop = new AbortController();
      commit.signal?.throwIfAborted();
      await askServer(options, `/${open.id}/start`);
      open.isDraft = false;
      return await followRun(options, open.id, commit, stop.signal);
    },
    async follow(following) {
      stop = new AbortController();
      // Who only looks on does not cancel it by looking away.
      const { signal, ...rest } = following;
      const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
      return await followRun(options, opened().id, rest, either);
    },
    async restore(importId, signal) {
      const { answer, isDraft, restored } = await restoreImport(options, importId, signal);
      const { recipe } = restored;
      current = { id: importId, read: recipe?.read ?? {}, answer, kind: recipe?.kind, isDraft };
      return restored;
    },
    async keep({ recipe, step }) {
      if (current === null) return;
      const call = { method: 'PATCH' as const, body: { recipe, step } };
      await askServer(options, `/${current.id}`, call).catch(ignoreStarted);
    },
    undoPreview: (id) => json<UndoReport | null>(`/${id}/undo`, { method: 'GET' }),
    async undo(id) {
      stop = new AbortController();
      return await undoRun(options, id, stop.signal);
    },
    pause: () => ask('pause'),
    resume: () => ask('resume'),
    cancel: () => ask('cancel'),
    errorFile: async (format) => await askBlob(options, `/${opened().id}/errors/${format}`),
    async corrections(input, name) {
      const path = `/${opened().id}/corrections?name=${encodeURIComponent(name)}`;
      return (await json<{ edits: readonly CellEdit[] }>(path, { bytes: fileOf(input) })).edits;
    },
    template(format, kind) {
      const query = kind === undefined ? '' : `?kind=${encodeURIComponent(kind)}`;
      const schema = encodeURIComponent(options.schema);
      return askBlob(options, `/templates/${schema}/${format}${query}`);
    },
    ...(options.exports === true && {
      async exportFile(format: 'csv' | 'xlsx' | 'xls', { kind, settings }: ExportScope) {
        const path = `/exports/${encodeURIComponent(options.schema)}/${format}`;
        return await (await askServer(options, path, { body: { kind, settings } })).blob();
      },
    }),
    dispose() {
      stop.abort(new DOMException('The session is closed.', 'AbortError'));
      planning?.abort(new DOMException('The session is closed.', 'AbortError'));
      current = null;
    },
  };
}

interface OpenedImport {
  readonly id: string;
  read: ReadOptions;
  answer: TableAnswer;
  /** Which of the schema's kinds the suggestions are for. */
  kind: string | undefined;
  /** It was not started yet: another file takes its place. */
  isDraft: boolean;
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
    await remove(options, id);
    throw error;
  }
}

/** Best effort: what is left over is a draft without use. */
async function remove(options: ServerSessionOptions, id: string): Promise<void> {
  await askServer(options, `/${id}`, { method: 'DELETE' }).catch(() => undefined);
}

/** Nothing is kept of an import that was started meanwhile: it has its recipe. */
function ignoreStarted(error: unknown): void {
  if (!(error instanceof ImportError) || error.params['status'] !== 409) throw error;
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
