import type { SqlClient } from '@importera/postgres';
import { Hono } from 'hono';
import { z } from 'zod';
import type { BackgroundHost } from '../Background.ts';
import { assignments } from './crmOverSql.ts';

const newDeal = z.object({
  title: z.string().trim().min(1).max(200),
  customer: z.string().trim().min(1).max(200),
  product: z.string().nullable(),
  quantity: z.number().int().min(1).max(10_000),
  status: z.enum(['open', 'won']),
});

/** Deals as people make them: open or won, from a product's starting price. */
export function dealRoutes(client: SqlClient, { signedIn }: BackgroundHost): Hono {
  const routes = new Hono();
  routes.get('/open', async (c) => {
    const { rows } = await client.query(
      `SELECT id::text AS id, title, customer, amount::float8 AS amount FROM sales_sync.deal
       WHERE status = 'open' ORDER BY sales_sync.deal.id DESC LIMIT 50`,
    );
    return c.json(rows);
  });
  routes.post('/', async (c) => {
    const given = newDeal.safeParse(await c.req.json().catch(() => null));
    if (!given.success) return c.json({ error: { message: z.prettifyError(given.error) } }, 422);
    const { title, customer, product, quantity, status } = given.data;
    const { rows } = await client.query(
      'SELECT name, price::float8 AS price FROM sales_sync.product WHERE number = $1',
      [product],
    );
    const price = Number(rows[0]?.['price'] ?? 0);
    const { columns, casts, params } = assignments(
      {
        title,
        customer,
        status,
        currency: 'SEK',
        amount: price * quantity,
        wonOn: status === 'won' ? today() : null,
        creator: signedIn(c.req.raw)?.id ?? null,
        lines: [{ product, text: String(rows[0]?.['name'] ?? title), quantity, price }],
      },
      1,
    );
    const made = await client.query(
      `INSERT INTO sales_sync.deal (${columns.join(', ')}) VALUES (${casts.join(', ')}) RETURNING id::text AS id`,
      params,
    );
    return c.json({ id: made.rows[0]?.['id'] }, 201);
  });
  routes.post('/:id/won', async (c) => {
    await client.query(
      `UPDATE sales_sync.deal SET status = 'won', won_on = $2::text::date WHERE id::text = $1 AND status = 'open'`,
      [c.req.param('id'), today()],
    );
    return c.body(null, 204);
  });
  return routes;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
