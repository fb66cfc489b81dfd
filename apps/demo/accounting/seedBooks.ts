import type { DatabaseSync } from 'node:sqlite';
import type { NewDocument } from './Document.ts';
import type { Books } from './openBooks.ts';

const users = [
  ['u1', 'Astrid Lund'],
  ['u2', 'Erik Sandberg'],
  ['u3', 'Gunilla Berg'],
] as const;

const products = [
  ['1001', 'Skidvalla, röd', 149, 129],
  ['1002', 'Ryggsäck 40 l', 1_290, 1_090],
  ['1003', 'Stormkök', 899, 759],
  ['1004', 'Sovsäck −10 °C', 2_490, 2_190],
  ['1005', 'Guidad dagstur', 1_850, 1_600],
] as const;

/** Customer, product, pieces, our reference (some are empty, one is nobody in the CRM), day. */
const sales = [
  ['Fjällvinden Outdoor AB', 1, 12, 'Astrid Lund', '2026-01-14'],
  ['Åre Fjällhotell AB', 4, 6, 'Erik Sandberg', '2026-02-03'],
  ['Café Lindgren', 0, 20, null, '2026-02-19'],
  ['Björkhaga Kommun', 2, 8, 'Gunilla Berg', '2026-03-05'],
  ['Havsörn Logistik AB', 3, 4, 'erik sandberg', '2026-04-22'],
] as const;

/** What the company had sold before it began with the CRM: orders 1–2 are invoiced, 3 is not; invoices 3–5 had no order. */
export function seedBooks(books: Books, db: DatabaseSync): void {
  if (books.users().length > 0) return;
  db.exec('BEGIN');
  for (const [id, name] of users) db.prepare('INSERT INTO users VALUES (?, ?)').run(id, name);
  const list = db.prepare('INSERT INTO price_lists VALUES (?, ?)');
  list.run('A', 'Ordinarie');
  list.run('B', 'Återförsäljare');
  for (const [number, name, price, resale] of products) {
    db.prepare('INSERT INTO products VALUES (?, ?)').run(number, name);
    books.setPrice('A', number, price);
    books.setPrice('B', number, resale);
  }
  const [first, second, ...rest] = sales.map(documentOf);
  for (const order of [first, second]) {
    if (order === undefined) continue;
    books.invoiceOrder(books.create('orders', order));
  }
  for (const invoice of rest) books.create('invoices', invoice);
  books.create('orders', { ...documentOf(sales[4]), title: 'Utrustning, ej fakturerad' });
  db.exec('COMMIT');
}

function documentOf([customer, product, quantity, by, date]: (typeof sales)[number]): NewDocument {
  const [number, name, price] = products[product];
  return {
    externalReference: null,
    title: `${name} till ${customer}`,
    customer,
    date,
    deliveryDate: null,
    currency: 'SEK',
    total: price * quantity,
    ourReference: by,
    rows: [{ product: number, text: name, quantity, price }],
  };
}
