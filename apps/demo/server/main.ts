import { fileURLToPath } from 'node:url';
import { createServer } from './createServer.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const dataFolder = process.env['DATA_DIR'] ?? here('../data');

try {
  const server = await createServer({
    port: Number(process.env['PORT'] ?? 4400),
    // `memory` keeps nothing: for tests.
    dataFolder: dataFolder === 'memory' ? null : dataFolder,
    pageRoot: here('../dist'),
    samplesRoot: here('../samples'),
  });
  console.log(
    `\nImportera demo: open http://localhost:${server.port}/ in a browser. Ctrl+C stops it.\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
