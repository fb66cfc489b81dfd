import { planImport, type Plan, type RecordBlock } from '@importera/engine';
import { columnsOf, recordBlock } from '../records/recordBlock.ts';
import { syncSchema } from '../records/syncSchema.ts';
import type { SyncRow } from '../records/SyncRow.ts';
import type { SyncTarget } from '../targets/SyncTarget.ts';
import { contextOf, type Work } from './Work.ts';

/** Plans rows onto one side; pages come in their order, rows are numbered from 1. Writes nothing. */
export async function planRows(
  work: Work,
  target: SyncTarget,
  pages: AsyncIterable<readonly SyncRow[]>,
): Promise<Plan> {
  const { signal, retry } = work.options;
  return planImport(blocksOf(target, pages), {
    schema: syncSchema,
    columns: columnsOf(target),
    policy: target.policy,
    adapter: target.adapter,
    context: contextOf(work),
    signal,
    ...(retry === undefined ? {} : { retry }),
  });
}

async function* blocksOf(
  target: SyncTarget,
  pages: AsyncIterable<readonly SyncRow[]>,
): AsyncIterable<RecordBlock> {
  let first = 1;
  for await (const rows of pages) {
    if (rows.length === 0) continue;
    yield recordBlock(target, rows, first);
    first += rows.length;
  }
}
