import { fileURLToPath } from 'node:url';
import { createServer } from './createServer.ts';
import { databaseOptions } from './databaseOptions.ts';
import { endWith } from './endWith.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

try {
  const server = await createServer({
    port: Number(process.env['PORT'] ?? 4400),
    database: databaseOptions(),
    // With workers in processes of their own, this one need not be one too.
    work: process.env['WORK'] !== 'elsewhere',
    smtp: process.env['SMTP_URL'],
    pageRoot: here('../dist'),
    scenariosRoot: here('../scenarios'),
  });
  console.log(
    `\nImportera demo: open http://localhost:${server.port}/ in a browser. Ctrl+C stops it.\n`,
  );
  endWith(() => server.close());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
