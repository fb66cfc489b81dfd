import { commitRows } from './commitRows.ts';
import { dealRows, noteLinks } from '../sales/dealRows.ts';
import { dealTarget } from '../targets/dealTarget.ts';
import type { PageResult } from './followStream.ts';
import type { Run } from './Run.ts';
import { saleOfDeal } from '../keys/sale.ts';
import { saleBook } from '../sales/SaleBook.ts';
import type { SalesDocument } from '../ports/SalesDocument.ts';

/** Makes and completes the deals of documents. `again` has ids of documents. */
export async function syncDocuments(
  { work, users, counter }: Run,
  documents: readonly SalesDocument[],
): Promise<PageResult> {
  const book = saleBook(work);
  const { rows, later } = await dealRows(work, { book, users }, documents);
  const { results, stopped } = await commitRows(work, dealTarget(work.crm), rows);
  counter.add('deal', results);
  for (const { row, id } of results)
    if (id !== null) noteLinks(book, row.document, { ...row.link, sale: saleOfDeal(id) });
  const refused = results.filter(({ status }) => status === 'rejected');
  const again = [...later, ...refused.map(({ row }) => row.document.id)];
  return { links: book.learnt(), again, stopped };
}
