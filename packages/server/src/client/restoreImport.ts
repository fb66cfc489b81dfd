import type {
  CellEdit,
  Recipe,
  RestoredImport,
  RestoredResult,
  RunStatus,
} from '@importera/engine';
import { ImportError } from '@importera/engine';
import type { ServerImport } from '../store/ServerImport.ts';
import { askJson } from './askJson.ts';
import { reportOf, runStatus } from './followRun.ts';
import type { ServerAccess } from './serverRequest.ts';
import type { TableAnswer } from './serverSession.ts';

const NO_PROGRESS = { rowsDone: 0, rowsTotal: 0, written: 0, rejected: 0, rate: 0 };

/** An import of the server, wherever it stands, with what was found in its file. */
export async function restoreImport(
  access: ServerAccess,
  id: string,
  signal: AbortSignal | undefined,
): Promise<{
  readonly answer: TableAnswer;
  readonly isDraft: boolean;
  readonly restored: RestoredImport;
}> {
  const found = await askJson<ServerImport>(access, `/${id}`, { method: 'GET', signal });
  if (found.fileSize === null) {
    const message = 'The file of this import never arrived. Choose it again to start over.';
    throw new ImportError('state-invalid', message);
  }
  const { recipe } = found;
  const body = { read: recipe?.read ?? {}, ...(recipe?.kind && { kind: recipe.kind }) };
  const answer = await askJson<TableAnswer>(access, `/${id}/table`, { body, signal });
  const result = await resultOf(access, found);
  const { table } = answer;
  const run = runOf(found);
  return {
    answer,
    isDraft: found.status === 'draft',
    restored: { table, recipe, step: stepOf(found, result), run, result },
  };
}

/** One that ended with nothing to show, e.g. because its file could not be read any more, is looked through again. */
function stepOf({ status, step }: ServerImport, result: RestoredResult | null): string {
  return status !== 'draft' && result === null ? 'review' : step;
}

function runOf({
  status,
  progress,
  rows,
}: ServerImport): { readonly status: RunStatus; readonly progress: typeof NO_PROGRESS } | null {
  const going = runStatus(status);
  if (going === undefined) return null;
  return { status: going, progress: progress ?? { ...NO_PROGRESS, rowsTotal: rows ?? 0 } };
}

async function resultOf(access: ServerAccess, found: ServerImport): Promise<RestoredResult | null> {
  const { id, status, report, recipe, undo } = found;
  if (report === null || status === 'draft' || runStatus(status) !== undefined) return null;
  const [whole, correctedFrom] = await Promise.all([
    reportOf(access, id),
    correctedBefore(access, id, recipe),
  ]);
  return { report: whole, correctedFrom, undo: status === 'undone' ? undo : null };
}

/** Corrections of the recipe that were part of the last run; the others are still to be imported. */
async function correctedBefore(
  access: ServerAccess,
  id: string,
  recipe: Recipe | null,
): Promise<readonly CellEdit[]> {
  const edits = recipe?.edits ?? [];
  if (edits.length === 0) return [];
  const run = await askJson<{ recipe: Recipe }>(access, `/${id}/run`, { method: 'GET' });
  const keyOf = ({ row, column, value }: CellEdit): string => JSON.stringify([row, column, value]);
  const ran = new Set(run.recipe.edits.map(keyOf));
  return edits.filter((edit) => ran.has(keyOf(edit)));
}
