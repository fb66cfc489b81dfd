import { followStream, type PageResult } from './followStream.ts';
import type { Run } from './Run.ts';
import { DOCUMENT_KINDS } from '../ports/SalesDocument.ts';
import { dealStream, documentStream } from './streams.ts';
import { syncDeals } from './syncDeals.ts';
import { syncDocuments } from './syncDocuments.ts';
import { syncProducts } from './syncProducts.ts';
import { countReport, type SyncReport } from './SyncReport.ts';
import { readUsers } from '../sales/users.ts';
import type { Work } from './Work.ts';

/** One run over both directions. What could not be done is tried by the next. */
export async function runSync(work: Work): Promise<SyncReport> {
  const counter = countReport();
  const { signal } = work.options;
  if (work.settings.source === 'none') return counter.report('completed', null);
  try {
    const stopped = await runParts({ work, counter, users: await readUsers(work) });
    if (stopped === null) return counter.report('completed', null);
    return counter.report(signal?.aborted === true ? 'cancelled' : 'failed', stopped.error);
  } catch (error) {
    if (signal?.aborted === true) return counter.report('cancelled', null);
    return counter.report('failed', error instanceof Error ? error : new Error(String(error)));
  }
}

/**
 * Deals come first: then what an interrupted run made of them is known before any document is read, and new documents give
 * their numbers back to their deals in the same run. Orders come before the invoices made from them.
 */
async function runParts(run: Run): Promise<PageResult['stopped']> {
  const { work } = run;
  const parts = [
    () => syncProducts(run),
    () => followStream(run, dealStream(work), (deals) => syncDeals(run, deals)),
    ...DOCUMENT_KINDS.map(
      (kind) => () =>
        followStream(run, documentStream(work, kind), (documents) => syncDocuments(run, documents)),
    ),
  ];
  for (const part of parts) {
    const stopped = await part();
    if (stopped !== null) return stopped;
  }
  return null;
}
