import { fileURLToPath } from 'node:url';
import type { DatabaseOptions } from './openDatabase.ts';

/** Which database the environment asks for: `DATABASE_URL`, else one in `DATA_DIR` (`memory` keeps nothing: for tests). */
export function databaseOptions(): DatabaseOptions {
  const folder = process.env['DATA_DIR'] ?? fileURLToPath(new URL('../data', import.meta.url));
  return {
    url: process.env['DATABASE_URL'] ?? null,
    folder: folder === 'memory' ? null : folder,
  };
}
