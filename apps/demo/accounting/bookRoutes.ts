import { Hono } from 'hono';
import { z } from 'zod';
import { KINDS } from './Document.ts';
import type { Books } from './openBooks.ts';

const PAGE = 100;
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const newDocument = z.object({
  externalReference: z.string().max(200).nullable().default(null),
  title: z.string().default(''),
  customer: z.string().min(1),
  date: day.nullable().default(null),
  deliveryDate: day.nullable().default(null),
  currency: z.string().default('SEK'),
  total: z.number(),
  ourReference: z.string().nullable().default(null),
  rows: z
    .array(
      z.object({
        product: z.string().nullable(),
        text: z.string(),
        quantity: z.number(),
        price: z.number(),
      }),
    )
    .default([]),
});

/** The API of the accounting system, as other programs use it. */
export function bookRoutes(books: Books): Hono {
  const routes = new Hono();
  routes.get('/health', (c) => c.json({ ok: true, pid: process.pid }));
  routes.get('/price-lists', (c) => c.json(books.priceLists()));
  routes.get('/price-lists/:list', (c) => c.json(books.prices(c.req.param('list'))));
  for (const kind of KINDS) {
    // Many numbers or references may be asked for at once: more than an address holds.
    routes.post(`/${kind}/find`, async (c) => {
      const asked = z
        .object({
          numbers: z.array(z.string()).optional(),
          references: z.array(z.string()).optional(),
        })
        .parse(await c.req.json());
      if (asked.numbers !== undefined) return c.json(books.byNumber(kind, asked.numbers));
      return c.json(books.byReference(kind, asked.references ?? []));
    });
    routes.get(`/${kind}`, (c) =>
      c.json(books.changes(kind, Number(c.req.query('after') ?? 0), PAGE)),
    );
    routes.post(`/${kind}`, async (c) => {
      const document = newDocument.parse(await c.req.json());
      return c.json({ number: books.create(kind, document) }, 201);
    });
  }
  routes.post('/orders/:number/invoice', (c) => {
    const number = books.invoiceOrder(c.req.param('number'));
    return number === null ? c.body(null, 404) : c.json({ number }, 201);
  });
  routes.onError((error, c) => {
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 422);
    if (error instanceof SyntaxError) return c.json({ error: 'The body is no JSON.' }, 400);
    return c.json({ error: 'This could not be done just now.' }, 503);
  });
  return routes;
}
