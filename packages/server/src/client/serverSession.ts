import {
  ImportError,
  type Corrections,
  type ColumnSuggestion,
  type ExportScope,
  type ImportSession,
  type PlanSummary,
  type ReadOptions,
  type Recipe,
  type RowPage,
  type SourceInput,
  type TableInfo,
  type UndoReport,
  type UnknownValue,
} from '@importera/engine';
import type { ServerImport } from '../store/ServerImport.ts';
import { askErrorFile } from './askErrorFile.ts';
import { askBlob, askJson } from './askJson.ts';
import { followRun, undoRun } from './followRun.ts';
import { restoreImport } from './restoreImport.ts';
import { askServer, type ServerAccess, type ServerCall } from './serverRequest.ts';
import { uploadFile } from './uploadFile.ts';

/** Which server does the work, and for which schema. */
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

interface PlanAnswer {
  readonly summary: PlanSummary;
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
  const held: Held = { current: null, stop: new AbortController(), planning: null };
  return {
    importId: () => held.current?.id ?? null,
    ...fileCalls(options, held),
    ...draftCalls(options, held),
    ...reviewCalls(options, held),
    ...runCalls(options, held),
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
      const closed = new DOMException('The session is closed.', 'AbortError');
      held.stop.abort(closed);
      held.planning?.abort(closed);
      held.current = null;
    },
  };
}

/** What the calls of a session share. */
interface Held {
  current: OpenedImport | null;
  /** Ends following. */
  stop: AbortController;
  planning: AbortController | null;
}

interface OpenedImport {
  readonly id: string;
  read: ReadOptions;
  answer: TableAnswer;
  /** Which of the schema's kinds the suggestions are for. */
  kind: string | undefined;
  /** It was not started yet: another file takes its place. */
  isDraft: boolean;
  /** What was planned of an import that was started before, and is kept when it is started again. */
  planned: Recipe | null;
  /** Settles when the server has, or refused, every decision it was sent. */
  kept: Promise<void>;
}

const UNTOUCHED = { planned: null, kept: Promise.resolve() };

function opened({ current }: Held): OpenedImport {
  if (current !== null) return current;
  throw new ImportError('state-invalid', 'No file is open. Call `open` before anything else.');
}

type Calls<Name extends keyof ImportSession> = Required<Pick<ImportSession, Name>>;

/** What is done with the file: opened, read otherwise, read through. */
function fileCalls(
  options: ServerSessionOptions,
  held: Held,
): Calls<'open' | 'reread' | 'profile' | 'suggest'> {
  const tableOf = async (body: object, signal?: AbortSignal): Promise<TableAnswer> => {
    const { id, read, kind } = opened(held);
    const call = { body: { read, kind, ...body }, signal };
    return await askJson<TableAnswer>(options, `/${id}/table`, call);
  };
  return {
    async open(input, name, read, signal) {
      const before = held.current;
      const begun = await openAtServer(options, { file: fileOf(input), name, read, signal });
      const isDraft = true;
      held.current = { read, kind: undefined, isDraft, ...UNTOUCHED, ...begun };
      // Nobody looks for the draft of a file that was changed for another.
      if (before?.isDraft === true) {
        await before.kept;
        await remove(options, before.id);
      }
      return begun.answer.table;
    },
    async reread(read, signal) {
      const open = opened(held);
      open.answer = await tableOf({ read }, signal);
      open.read = read;
      return open.answer.table;
    },
    async profile(_onProgress, signal) {
      const open = opened(held);
      open.answer = await tableOf({ whole: true }, signal);
      return open.answer.table;
    },
    async suggest(kind) {
      const open = opened(held);
      if (kind !== open.kind) {
        const { suggestions } = await tableOf({ kind });
        // What was read of the whole file stays.
        open.answer = { ...open.answer, suggestions };
        open.kind = kind;
      }
      return open.answer.suggestions;
    },
  };
}

/** Drafts, and imports taken up where they are. */
function draftCalls(options: ServerSessionOptions, held: Held): Calls<'keep' | 'restore'> {
  return {
    async keep({ recipe, step }) {
      const open = held.current;
      if (open === null) return;
      const call = { method: 'PATCH' as const, body: { recipe, step } };
      // In the order they were made, also those that are still on their way when the session closes or turns to another import.
      const sent = open.kept.then(
        async () => void (await askServer(options, `/${open.id}`, call).catch(ignoreStarted)),
      );
      open.kept = sent.catch(() => undefined);
      await sent;
    },
    async restore(id, signal) {
      const { answer, isDraft, restored } = await restoreImport(options, id, signal);
      const { recipe } = restored;
      const read = recipe?.read ?? {};
      held.current = { id, read, answer, kind: recipe?.kind, isDraft, ...UNTOUCHED };
      return restored;
    },
  };
}

/** What a person looks at before and after the run. */
function reviewCalls(
  options: ServerSessionOptions,
  held: Held,
): Calls<'unknownValues' | 'plan' | 'rows' | 'errorFile' | 'corrections'> {
  const json = <Result>(path: string, call?: ServerCall): Promise<Result> =>
    askJson<Result>(options, `/${opened(held).id}${path}`, call);
  return {
    async unknownValues(recipe) {
      const call = { body: { recipe } };
      return (await json<{ values: readonly UnknownValue[] }>('/unknown-values', call)).values;
    },
    async plan(recipe, _onProgress, signal) {
      const open = opened(held);
      // A newer plan takes the place of one that is being made.
      held.planning?.abort(new DOMException('A newer plan is made.', 'AbortError'));
      const own = new AbortController();
      held.planning = own;
      const either = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
      // The recipe of the plan is the one that a start takes: none that is older may reach the server after it.
      await open.kept;
      const path = `/${open.id}/plan`;
      // An import that was written stays as it was, for whoever looks at it, until it is started again.
      const body = { recipe, ...(!open.isDraft && { keep: false }) };
      const { summary } = await askJson<PlanAnswer>(options, path, { body, signal: either });
      open.planned = open.isDraft ? null : recipe;
      return summary;
    },
    rows: async (query) => {
      const recipe = opened(held).planned;
      return await json<RowPage>('/rows', { body: recipe ? { ...query, recipe } : query });
    },
    errorFile: async (format, language) =>
      await askErrorFile(options, opened(held).id, format, language),
    async corrections(input, name) {
      const path = `/corrections?name=${encodeURIComponent(name)}`;
      return await json<Corrections>(path, { bytes: fileOf(input) });
    },
  };
}

/** The run: started, followed, held up, taken back. */
function runCalls(
  options: ServerSessionOptions,
  held: Held,
): Calls<'commit' | 'follow' | 'pause' | 'resume' | 'cancel' | 'undo' | 'undoPreview'> {
  /** What a person asks of a running import; one that has ended meanwhile needs nothing. */
  function ask(action: 'pause' | 'resume' | 'cancel'): void {
    if (held.current === null) return;
    askServer(options, `/${held.current.id}/${action}`).catch((error: unknown) => {
      const ended = error instanceof ImportError && error.params['status'] === 409;
      if (!ended) held.stop.abort(error);
    });
  }
  return {
    async commit(commit) {
      const open = opened(held);
      held.stop = new AbortController();
      await open.kept;
      commit.signal?.throwIfAborted();
      if (open.planned !== null) {
        const call = { method: 'PATCH' as const, body: { recipe: open.planned } };
        await askServer(options, `/${open.id}`, call);
      }
      await askServer(options, `/${open.id}/start`);
      open.isDraft = false;
      open.planned = null;
      return await followRun(options, open.id, commit, held.stop.signal);
    },
    async follow(follow) {
      held.stop = new AbortController();
      return await followRun(options, opened(held).id, follow, held.stop.signal);
    },
    pause: () => ask('pause'),
    resume: () => ask('resume'),
    cancel: () => ask('cancel'),
    undoPreview: (id) => askJson<UndoReport | null>(options, `/${id}/undo`, { method: 'GET' }),
    async undo(id) {
      held.stop = new AbortController();
      return await undoRun(options, id, held.stop.signal);
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
