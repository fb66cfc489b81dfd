import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const cache = fileURLToPath(new URL('../../../../node_modules/.cache/importera/', import.meta.url));

/**
 * A PGlite in memory. Making the files of a new database takes most of the time that starting one takes, so the first that needs
 * them keeps them for all tests after it.
 */
export async function openPglite(): Promise<PGlite> {
  const kept = join(cache, `pglite-${await version()}.tar`);
  const files = await readFile(kept).catch(() => null);
  if (files !== null) {
    const loadDataDir = new Blob([files]);
    const opened = await PGlite.create({ loadDataDir }).catch(() => null);
    if (opened !== null) return opened;
    await rm(kept, { force: true });
  }
  const db = await PGlite.create();
  await keep(db, kept);
  return db;
}

/** Others may read it or write their own meanwhile: it is there whole or not at all. */
async function keep(db: PGlite, path: string): Promise<void> {
  const dump = await db.dumpDataDir('none');
  const part = `${path}.${crypto.randomUUID()}`;
  await mkdir(cache, { recursive: true });
  await writeFile(part, new Uint8Array(await dump.arrayBuffer()));
  await rename(part, path);
}

async function version(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const text = await readFile(join(dirname(entry), '../package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
