import type { RecordValues } from '@importera/engine';
import { keyOf, orderKeyOf } from '../keys/documentKey.ts';
import { linesText } from '../records/linesText.ts';
import { dealOf, exactKey, saleOfDeal } from '../keys/sale.ts';
import type { SaleBook, SaleLink } from './SaleBook.ts';
import type { SalesDocument } from '../ports/SalesDocument.ts';
import { salesOf } from './salesOf.ts';
import type { SyncRow } from '../records/SyncRow.ts';
import type { Users } from './users.ts';
import type { Work } from '../run/Work.ts';

/** What a document says of a deal. */
export interface DealRow extends SyncRow {
  readonly document: SalesDocument;
  readonly link: SaleLink;
}

export interface DealRows {
  readonly rows: readonly DealRow[];
  /** Ids of invoices whose order has no deal yet. */
  readonly later: readonly string[];
}

/** What documents say of deals under the settings. A deal that someone deleted in the CRM is not made again. */
export async function dealRows(
  work: Work,
  { book, users }: { readonly book: SaleBook; readonly users: Users },
  documents: readonly SalesDocument[],
): Promise<DealRows> {
  noteReferences(book, documents);
  await book.load(documents.flatMap((one) => [keyOf(one), orderKeyOf(one) ?? []].flat()));
  const { source } = work.settings;
  const found = documents.map((document) => ({
    document,
    links: salesOf(document, book, source) ?? [],
  }));
  const rows = found.flatMap(({ document, links }) =>
    links === 'later' ? [] : links.map((link) => dealRow(document, link, users)),
  );
  const later = found.flatMap(({ document, links }) => (links === 'later' ? document.id : []));
  // That an invoice's order belongs to its deal is known even if writing the row fails.
  for (const { document, link } of rows) noteLinks(book, document, link);
  return { rows: await withDeal(work, rows), later };
}

/** Documents that were made from a deal, but a crash came before their link was stored. */
function noteReferences(book: SaleBook, documents: readonly SalesDocument[]): void {
  for (const document of documents) {
    const deal = dealOf(document.reference);
    if (deal !== null)
      book.note({ document: keyOf(document), sale: saleOfDeal(deal), basis: true });
  }
}

async function withDeal(work: Work, rows: readonly DealRow[]): Promise<readonly DealRow[]> {
  const ids = [...new Set(rows.flatMap(({ link }) => dealOf(link.sale) ?? []))];
  if (ids.length === 0) return rows;
  const deals = await work.crm.readDeals(ids, { signal: work.options.signal });
  const there = new Set(deals.map(({ id }) => id));
  return rows.filter(({ link }) => {
    const deal = dealOf(link.sale);
    return deal === null || there.has(deal);
  });
}

function dealRow(document: SalesDocument, link: SaleLink, users: Users): DealRow {
  const values: RecordValues = {
    sale: exactKey(link.sale),
    ...(link.basis ? saleValues(document, users) : {}),
    ...(document.kind === 'order' ? orderValues(document) : { invoices: [document.id] }),
  };
  return { from: keyOf(document), values, document, link };
}

function saleValues(document: SalesDocument, users: Users): RecordValues {
  const { title, customer, currency, amount, date, ourReference, lines } = document;
  const creator = users.creatorOf(ourReference);
  return {
    status: 'won',
    title,
    customer,
    currency,
    amount,
    wonOn: date,
    creator,
    lines: linesText(lines),
  };
}

function orderValues({ id, date, deliveryDate }: SalesDocument): RecordValues {
  return { order: id, orderedOn: date, deliveryOn: deliveryDate };
}

/** What is known of a document that belongs to a sale: so does the order it was made from. */
export function noteLinks(book: SaleBook, document: SalesDocument, link: SaleLink): void {
  const orderKey = orderKeyOf(document);
  book.note(link);
  if (orderKey !== null) book.note({ document: orderKey, sale: link.sale, basis: false });
}
