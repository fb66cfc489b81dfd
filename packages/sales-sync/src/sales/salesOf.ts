import { keyOf, orderKeyOf } from '../keys/documentKey.ts';
import { newSale } from '../keys/sale.ts';
import type { SaleBook, SaleLink } from './SaleBook.ts';
import type { SalesDocument } from '../ports/SalesDocument.ts';
import type { SyncSettings } from '../SyncSettings.ts';

/**
 * The sales a document is written to. `undefined`: it says nothing under these settings; `'later'`: it will, as soon as its order
 * has a deal.
 */
export function salesOf(
  document: SalesDocument,
  book: SaleBook,
  source: SyncSettings['source'],
): readonly SaleLink[] | 'later' | undefined {
  return document.kind === 'order'
    ? salesOfOrder(document, book, source)
    : salesOfInvoice(document, book, source);
}

/** An order completes the deals of its invoices where sales are read from orders; elsewhere it only keeps its own deal right. */
function salesOfOrder(
  order: SalesDocument,
  book: SaleBook,
  source: SyncSettings['source'],
): ReturnType<typeof salesOf> {
  const links = book.of(keyOf(order));
  if (links.length === 0) return source === 'orders' ? [startOf(order)] : undefined;
  return links.filter(({ basis }) => basis || source === 'orders');
}

/** An invoice of an order that has a deal completes that deal: the sale is not counted twice. */
function salesOfInvoice(
  invoice: SalesDocument,
  book: SaleBook,
  source: SyncSettings['source'],
): ReturnType<typeof salesOf> {
  const document = keyOf(invoice);
  const own = book.of(document);
  if (own.length > 0) return own;
  const orderKey = orderKeyOf(invoice);
  const ofOrder = orderKey === null ? [] : book.of(orderKey);
  const whole = ofOrder.find(({ basis }) => basis);
  if (whole !== undefined) return [{ document, sale: whole.sale, basis: false }];
  if (source === 'invoices') return [startOf(invoice)];
  const [part] = ofOrder;
  if (part !== undefined) return [{ document, sale: part.sale, basis: false }];
  return orderKey === null ? undefined : 'later';
}

function startOf(document: SalesDocument): SaleLink {
  const key = keyOf(document);
  return { document: key, sale: newSale(key), basis: true };
}
