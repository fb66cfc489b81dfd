import { DatabaseSync } from 'node:sqlite';
import type { Document, Kind, Line, NewDocument } from './Document.ts';

/** The accounting system's own store: one file, or memory without one. */
export interface Books {
  /** Documents made or changed after a place in the log of changes, the oldest change first. */
  changes(
    kind: Kind,
    after: number,
    limit: number,
  ): { readonly items: readonly Document[]; readonly cursor: number; readonly more: boolean };
  newest(kind: Kind, limit: number): readonly Document[];
  byNumber(kind: Kind, numbers: readonly string[]): readonly Document[];
  byReference(kind: Kind, references: readonly string[]): readonly Document[];
  /** Makes a document. The same external reference again makes nothing and gives the first number. */
  create(kind: Kind, document: NewDocument): string;
  /** Makes an invoice from an order and gives its number; null for no such order. */
  invoiceOrder(number: string): string | null;
  users(): readonly { readonly id: string; readonly name: string }[];
  priceLists(): readonly { readonly id: string; readonly name: string }[];
  prices(
    list: string,
  ): readonly { readonly product: string; readonly name: string; readonly price: number }[];
  setPrice(list: string, product: string, price: number): void;
  close(): void;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS documents (
    kind TEXT NOT NULL, number INTEGER NOT NULL, reference TEXT, order_number INTEGER, title TEXT NOT NULL,
    customer TEXT NOT NULL, date TEXT NOT NULL, delivery_date TEXT, currency TEXT NOT NULL, total REAL NOT NULL,
    our_reference TEXT, rows TEXT NOT NULL, changed INTEGER NOT NULL,
    PRIMARY KEY (kind, number), UNIQUE (kind, reference));
  CREATE INDEX IF NOT EXISTS changes ON documents (kind, changed);
  CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS price_lists (id TEXT PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS products (number TEXT PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS prices (
    list TEXT NOT NULL, product TEXT NOT NULL, price REAL NOT NULL, PRIMARY KEY (list, product));`;

type Row = Readonly<Record<string, string | number | null>>;

/** Opens the store and makes its tables. What was answered is on the disk: a process that is killed loses none of it. */
export function openBooks(file: string | null): {
  readonly books: Books;
  readonly db: DatabaseSync;
} {
  const db = new DatabaseSync(file ?? ':memory:');
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  db.exec(TABLES);
  return { books: booksOf(db), db };
}

function booksOf(db: DatabaseSync): Books {
  const all = (sql: string, ...values: (string | number | null)[]): readonly Row[] =>
    db.prepare(sql).all(...values) as unknown as readonly Row[];
  const documents = (sql: string, ...values: (string | number | null)[]): readonly Document[] =>
    all(`SELECT * FROM documents WHERE ${sql}`, ...values).map(documentOf);
  const create = (kind: Kind, document: NewDocument, order: number | null): string =>
    insert(db, kind, { ...document, order });
  return {
    changes(kind, after, limit) {
      const rows = all(
        'SELECT * FROM documents WHERE kind = ? AND changed > ? ORDER BY changed LIMIT ?',
        kind,
        after,
        limit + 1,
      );
      const page = rows.slice(0, limit);
      return {
        items: page.map(documentOf),
        cursor: Number(page.at(-1)?.['changed'] ?? after),
        more: rows.length > limit,
      };
    },
    newest: (kind, limit) => documents('kind = ? ORDER BY number DESC LIMIT ?', kind, limit),
    byNumber: (kind, numbers) =>
      documents(
        'kind = ? AND number IN (SELECT value FROM json_each(?))',
        kind,
        JSON.stringify(numbers.map(Number)),
      ),
    byReference: (kind, references) =>
      documents(
        'kind = ? AND reference IN (SELECT value FROM json_each(?))',
        kind,
        JSON.stringify(references),
      ),
    create: (kind, document) => create(kind, document, null),
    invoiceOrder(number) {
      const [order] = documents('kind = ? AND number = ?', 'orders', Number(number));
      if (order === undefined) return null;
      return create('invoices', { ...order, externalReference: null }, Number(number));
    },
    users: () => all('SELECT id, name FROM users ORDER BY name').map(namedOf),
    priceLists: () => all('SELECT id, name FROM price_lists ORDER BY name').map(namedOf),
    prices: (list) =>
      all(
        `SELECT product, name, price FROM prices JOIN products ON products.number = prices.product
         WHERE list = ? ORDER BY product`,
        list,
      ).map((row) => ({
        product: String(row['product']),
        name: String(row['name']),
        price: Number(row['price']),
      })),
    setPrice: (list, product, price) =>
      void db
        .prepare('INSERT OR REPLACE INTO prices (list, product, price) VALUES (?, ?, ?)')
        .run(list, product, price),
    close: () => db.close(),
  };
}

/** One statement, so that the number, the place in the log and the reference are taken together. */
function insert(
  db: DatabaseSync,
  kind: Kind,
  document: NewDocument & { readonly order: number | null },
): string {
  const { externalReference, order, title, customer, date, deliveryDate, currency, total } =
    document;
  const made = db
    .prepare(
      `INSERT INTO documents SELECT ?, coalesce(max(number) FILTER (WHERE kind = ?), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
         coalesce(max(changed), 0) + 1 FROM documents WHERE true
       ON CONFLICT (kind, reference) DO NOTHING RETURNING number`,
    )
    .get(
      kind,
      kind,
      externalReference,
      order,
      title,
      customer,
      date ?? new Date().toISOString().slice(0, 10),
      deliveryDate,
      currency,
      total,
      document.ourReference,
      JSON.stringify(document.rows),
    );
  const known =
    made ??
    db
      .prepare('SELECT number FROM documents WHERE kind = ? AND reference = ?')
      .get(kind, externalReference);
  return String(known?.['number']);
}

function documentOf(row: Row): Document {
  const text = (column: string): string | null =>
    row[column] == null ? null : String(row[column]);
  return {
    number: String(row['number']),
    externalReference: text('reference'),
    orderNumber: text('order_number'),
    title: String(row['title']),
    customer: String(row['customer']),
    date: String(row['date']),
    deliveryDate: text('delivery_date'),
    currency: String(row['currency']),
    total: Number(row['total']),
    ourReference: text('our_reference'),
    rows: JSON.parse(String(row['rows'])) as readonly Line[],
  };
}

function namedOf(row: Row): { readonly id: string; readonly name: string } {
  return { id: String(row['id']), name: String(row['name']) };
}
