// The import server in a process of its own: node import.server.process.ts URL SCHEMA. Prints its port.
import { serve } from '@hono/node-server';
import { createImportServer } from '@importera/server';
import { endWhenAsked, openTargets } from './openTargets.ts';

const [url = '', databaseSchema = ''] = process.argv.slice(2);
const { pool, ...targets } = openTargets(url, databaseSchema);
const imports = createImportServer({
  ...targets,
  path: '/imports',
  identify: () => ({ tenant: 'bench', user: 'bench' }),
  authorize: () => true,
  onError: (error) => console.error(error),
});
const server = serve({ fetch: imports.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(JSON.stringify({ port })),
);
endWhenAsked(async () => {
  server.close();
  await imports.stop();
  await pool.end();
});
