import type { ErrorInfo, FollowOptions, Report, RunStatus, UndoReport } from '@importera/engine';
import { ImportError } from '@importera/engine';
import type { ServerStatus } from '../store/ServerImport.ts';
import { askJson } from './askJson.ts';
import { followImport } from './followImport.ts';
import { askServer, type ServerAccess } from './serverRequest.ts';

const STATUSES: Readonly<Partial<Record<ServerStatus, RunStatus>>> = {
  queued: 'running',
  running: 'running',
  pausing: 'paused',
  paused: 'paused',
  cancelling: 'cancelling',
};

/** How a run is going, as the wizard says it; undefined where nothing runs. */
export function runStatus(status: ServerStatus): RunStatus | undefined {
  return STATUSES[status];
}

/**
 * Follows a started import to its end. Whoever looks away (`signal`, `stopped`) lets it go on; `cancel` ends it.
 */
export async function followRun(
  access: ServerAccess,
  id: string,
  { signal, onProgress, onStatus }: FollowOptions,
  stopped: AbortSignal,
): Promise<Report> {
  signal?.throwIfAborted();
  const { report, error } = await followImport(access, id, {
    signal: signal ? AbortSignal.any([signal, stopped]) : stopped,
    onChange({ progress, status }) {
      const going = runStatus(status);
      if (going !== undefined) onStatus?.(going);
      if (progress !== null) onProgress?.(progress);
    },
  });
  // One that was given up had nobody left to add it up.
  if (report === null) throw failureOf(error, 'The import failed.');
  return await reportOf(access, id);
}

export async function reportOf(access: ServerAccess, id: string): Promise<Report> {
  return await askJson<Report>(access, `/${id}/report`, { method: 'GET' });
}

/** Begins to take an import back and follows that to its end. @throws ImportError when it was not taken back. */
export async function undoRun(
  access: ServerAccess,
  id: string,
  stopped: AbortSignal,
): Promise<UndoReport> {
  await askServer(access, `/${id}/undo`);
  const last = await followImport(access, id, {
    signal: stopped,
    onChange: () => undefined,
    isEnd: ({ status }) => status !== 'undoing',
  });
  if (last.status === 'undone') return last.undo ?? { reversed: 0, kept: 0, failed: 0 };
  throw failureOf(last.error, 'The import was not undone.');
}

/** What the server tells of a failure, as an error. */
function failureOf(error: ErrorInfo | null, unsaid: string): ImportError {
  const { message, params } = error ?? { message: unsaid, params: {} };
  return new ImportError('adapter-failed', message, { params });
}
