import { plannedRow, summarizePlan, type PlannedRecord } from '@importera/engine';
import { planRows } from '../run/planRows.ts';
import type { PreviewPart, PreviewRow } from './SyncPreview.ts';
import type { SyncRow } from '../records/SyncRow.ts';
import type { SyncTarget } from '../targets/SyncTarget.ts';
import type { Work } from '../run/Work.ts';

/** Of a run that moves nothing. */
export const NOTHING: PreviewPart = { summary: summarizePlan().summary(), rows: [] };

/** Plans pages of rows onto one side and names the first that would be written. */
export async function previewPart(
  work: Work,
  target: SyncTarget,
  pages: { readonly pages: AsyncIterable<readonly SyncRow[]>; readonly limit: number },
): Promise<PreviewPart> {
  const from: string[] = [];
  const { summary, blocks } = await planRows(work, target, named(pages.pages, from));
  const rows: PreviewRow[] = [];
  for (const block of blocks) {
    for (let r = 0; r < block.size && rows.length < pages.limit; r += 1) {
      const { row, records } = plannedRow(block, r);
      rows.push(...records.flatMap((record) => previewRow(target, record, from[row - 1] ?? '')));
    }
  }
  return { summary, rows };
}

/** Passes pages on and notes where each row comes from. */
async function* named(
  pages: AsyncIterable<readonly SyncRow[]>,
  from: string[],
): AsyncIterable<readonly SyncRow[]> {
  for await (const rows of pages) {
    from.push(...rows.map((row) => row.from));
    yield rows;
  }
}

/** Match keys are the sync's own affair, but for the number of a product, which `from` is. */
function previewRow(
  { match }: SyncTarget,
  { action, id, values, changes }: PlannedRecord,
  from: string,
): readonly PreviewRow[] {
  if (action !== 'create' && action !== 'update') return [];
  const shown = Object.entries(values).filter(([field]) => field !== match);
  return [{ from, action, id, values: Object.fromEntries(shown), changes }];
}
