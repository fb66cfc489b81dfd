import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { createApp } from './createApp.ts';

const pageRoot = fileURLToPath(new URL('../dist', import.meta.url));
const port = Number(process.env['PORT'] ?? 4400);

serve({ fetch: createApp(pageRoot).fetch, port, hostname: '127.0.0.1' }, (address) => {
  console.log(`Importera demo: http://localhost:${address.port}/`);
});
