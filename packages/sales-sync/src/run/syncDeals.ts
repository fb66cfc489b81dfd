import { commitRows } from './commitRows.ts';
import type { Deal } from '../ports/Deal.ts';
import { parseDocumentKey } from '../keys/documentKey.ts';
import { documentRows } from '../sales/documentRows.ts';
import { documentTarget } from '../targets/documentTarget.ts';
import type { PageResult } from './followStream.ts';
import { kindOf } from '../sales/kindOf.ts';
import { readDocuments } from '../sales/readDocuments.ts';
import type { Run } from './Run.ts';
import type { Link } from '../store/SyncStore.ts';
import { syncDocuments } from './syncDocuments.ts';

/**
 * Makes the documents of won deals that have none, and puts changed deals that have some back to what those say: the accounting
 * system is right about what was sold. `again` has ids of deals.
 */
export async function syncDeals(run: Run, deals: readonly Deal[]): Promise<PageResult> {
  const known = await run.work.store.linksOfDeals(deals.map(({ id }) => id));
  const { linked, rows } = documentRows(deals, known, run.users);
  const target = documentTarget(run.work.accounting, kindOf(run.work.settings));
  const { results, stopped } = await commitRows(run.work, target, rows);
  run.counter.add('document', results);
  const made = results.flatMap(({ row, id }) =>
    id === null ? [] : [{ document: id, deal: row.from, basis: true }],
  );
  const refused = results.filter(({ status }) => status === 'rejected');
  const again = refused.map(({ row }) => row.from);
  if (stopped !== null) return { links: made, again, stopped };
  const right = await syncDocuments(run, await readDocuments(run.work, linked));
  return {
    links: [...made, ...right.links],
    again: [...again, ...dealsOf(linked, right.again)],
    stopped: right.stopped,
  };
}

function dealsOf(links: readonly Link[], documents: readonly string[]): readonly string[] {
  const ids = new Set(documents);
  return links.flatMap(({ document, deal }) =>
    ids.has(parseDocumentKey(document)?.id ?? '') ? [deal] : [],
  );
}
