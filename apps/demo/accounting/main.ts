// The accounting system, a program of its own: node accounting/main.ts, with PORT (0: any free one) and ACCOUNTING_DATA
// (a file, or `memory`). Ends when whoever started it is gone.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bookPages } from './bookPages.ts';
import { bookRoutes } from './bookRoutes.ts';
import { openBooks } from './openBooks.ts';
import { seedBooks } from './seedBooks.ts';

const file =
  process.env['ACCOUNTING_DATA'] ??
  fileURLToPath(new URL('../data/accounting.sqlite', import.meta.url));
if (file !== 'memory') mkdirSync(dirname(file), { recursive: true });
const { books, db } = openBooks(file === 'memory' ? null : file);
seedBooks(books, db);

const app = new Hono();
app.route('/api', bookRoutes(books));
app.route('/', bookPages(books));
const server = serve(
  { fetch: app.fetch, port: Number(process.env['PORT'] ?? 4401), hostname: '127.0.0.1' },
  ({ port }) => console.log(`Accounting: http://127.0.0.1:${port}`),
);
const end = (): void => {
  server.close();
  books.close();
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
if (process.env['ACCOUNTING_CHILD'] !== undefined) process.stdin.on('end', end).resume();
