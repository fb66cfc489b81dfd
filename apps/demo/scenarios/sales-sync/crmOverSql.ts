import type { SqlClient, SqlResult } from '@importera/postgres';
import type { CrmSource, CrmTarget, CrmUser, Deal, DealValues } from '@importera/sales-sync';

const PAGE = 100;
const DEAL = `id::text AS id, reference, status, title, customer, currency, amount::float8 AS amount, won_on::text AS won_on,
  creator, lines::text AS lines, "order", ordered_on::text AS ordered_on, delivery_on::text AS delivery_on,
  array_to_json(invoices)::text AS invoices, changed::text AS changed`;

/** Columns of a deal's values, with what a parameter becomes there. */
const COLUMNS: Readonly<Record<keyof DealValues, readonly [column: string, cast: string]>> = {
  status: ['status', 'text'],
  title: ['title', 'text'],
  customer: ['customer', 'text'],
  currency: ['currency', 'text'],
  amount: ['amount', 'numeric'],
  wonOn: ['won_on', 'date'],
  creator: ['creator', 'text'],
  lines: ['lines', 'json'],
  order: ['"order"', 'text'],
  orderedOn: ['ordered_on', 'date'],
  deliveryOn: ['delivery_on', 'date'],
  invoices: ['invoices', 'text[]'],
};

/** The CRM as the sync sees it: deals and products of its own tables, and the people who use it. */
export function crmOverSql(client: SqlClient, users: readonly CrmUser[]): CrmSource & CrmTarget {
  const deals = async (where: string, ...params: readonly unknown[]): Promise<readonly Deal[]> =>
    dealsOf(await client.query(`SELECT ${DEAL} FROM sales_sync.deal WHERE ${where}`, params));
  return {
    async changes(after) {
      const { rows } = await client.query(
        `SELECT ${DEAL} FROM sales_sync.deal WHERE changed > $1::text::bigint ORDER BY sales_sync.deal.changed LIMIT ${PAGE + 1}`,
        [after ?? '0'],
      );
      const page = rows.slice(0, PAGE);
      const cursor = String(page.at(-1)?.['changed'] ?? after ?? '0');
      return { items: dealsOf({ rows: page }), cursor, more: rows.length > PAGE };
    },
    readDeals: (ids) => deals(`id::text IN ${listed(1)}`, JSON.stringify(ids)),
    findDeals: (references) => deals(`reference IN ${listed(1)}`, JSON.stringify(references)),
    async readProducts(numbers) {
      const { rows } = await client.query(
        `SELECT number, name, price::float8 AS price FROM sales_sync.product WHERE number IN ${listed(1)}`,
        [JSON.stringify(numbers)],
      );
      return rows.map(({ number, name, price }) => ({
        number: String(number),
        name: String(name),
        price: Number(price),
      }));
    },
    users: async () => users,
    async createDeal({ reference, ...values }) {
      const { columns, casts, params } = assignments(values, 2);
      const made = await client.query(
        `INSERT INTO sales_sync.deal (reference, ${columns.join(', ')}) VALUES ($1, ${casts.join(', ')})
         ON CONFLICT (reference) DO NOTHING RETURNING id::text AS id`,
        [reference, ...params],
      );
      const [deal] = made.rows.length > 0 ? made.rows : await deals('reference = $1', reference);
      return String(deal?.id);
    },
    async updateDeal(id, changes) {
      const { columns, casts, params } = assignments(changes, 2);
      const sets = columns.map((column, index) => `${column} = ${casts[index]}`);
      const sql = `UPDATE sales_sync.deal SET ${[...sets, 'updated_at = now()'].join(', ')} WHERE id::text = $1`;
      await client.query(sql, [id, ...params]);
    },
    async saveProduct({ number, name, price }) {
      await client.query(
        `INSERT INTO sales_sync.product (number, name, price) VALUES ($1, $2, $3)
         ON CONFLICT (number) DO UPDATE SET name = excluded.name, price = excluded.price`,
        [number, name, price],
      );
    },
  };
}

/** A list given as JSON: as many as there are, in one parameter. */
function listed(parameter: number): string {
  return `(SELECT json_array_elements_text($${parameter}::text::json))`;
}

interface Assignments {
  readonly columns: readonly string[];
  readonly casts: readonly string[];
  readonly params: readonly unknown[];
}

export function assignments(values: Partial<DealValues>, first: number): Assignments {
  const keys = Object.keys(COLUMNS).filter((key) => key in values) as (keyof DealValues)[];
  return {
    columns: keys.map((key) => COLUMNS[key][0]),
    casts: keys.map((key, index) =>
      key === 'invoices'
        ? `ARRAY${listed(index + first)}`
        : `$${index + first}::text::${COLUMNS[key][1]}`,
    ),
    params: keys.map((key) => {
      const value = values[key] ?? null;
      return typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value);
    }),
  };
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value);
}

function dealsOf({ rows }: SqlResult): readonly Deal[] {
  return rows.map((row) => {
    const text = (column: string): string => (row[column] == null ? '' : String(row[column]));
    const optional = (column: string): string | null => text(column) || null;
    return {
      id: text('id'),
      reference: optional('reference'),
      status: text('status') as Deal['status'],
      title: text('title'),
      customer: text('customer'),
      currency: text('currency'),
      amount: Number(row['amount'] ?? 0),
      wonOn: optional('won_on'),
      creator: optional('creator'),
      lines: JSON.parse(text('lines')) as Deal['lines'],
      order: optional('order'),
      orderedOn: optional('ordered_on'),
      deliveryOn: optional('delivery_on'),
      invoices: JSON.parse(text('invoices') || '[]') as Deal['invoices'],
    };
  });
}
