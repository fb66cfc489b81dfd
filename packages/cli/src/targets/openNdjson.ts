import { readFile, rename, writeFile } from 'node:fs/promises';
import { memoryAdapter } from '@importera/engine';
import type { Schema, StoredRecord } from '@importera/engine';
import { CliError } from '../CliError.ts';
import type { Target } from './openTarget.ts';

/** One line of the file. */
interface Line extends StoredRecord {
  readonly entity: string;
}

/**
 * Records in a file of JSON lines, `{"entity","id","parentId","values"}`. What is there already is matched and
 * updated; the file is replaced in one step when the import is done.
 */
export async function openNdjson(path: string, schema: Schema): Promise<Target> {
  if (path === '') throw new CliError('ndjson: needs a path, e.g. --to ndjson:records.ndjson.');
  const adapter = memoryAdapter(schema, { records: await readRecords(path, schema) });
  return {
    adapter,
    async save() {
      const lines = Object.keys(schema.entities).flatMap((entity) =>
        adapter.records(entity).map((record) => JSON.stringify({ entity, ...record })),
      );
      await writeFile(`${path}.part`, lines.map((line) => `${line}\n`).join(''));
      await rename(`${path}.part`, path);
    },
    close: async () => {},
  };
}

async function readRecords(path: string, schema: Schema): Promise<Record<string, StoredRecord[]>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new CliError(`Cannot read "${path}": ${error.message}.`);
  });
  const records: Record<string, StoredRecord[]> = {};
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const { entity, ...record } = parseLine(line, index + 1, path);
    if (!Object.hasOwn(schema.entities, entity)) continue;
    (records[entity] ??= []).push(record);
  }
  return records;
}

function parseLine(line: string, number: number, path: string): Line {
  try {
    const { entity, id, parentId, values } = JSON.parse(line) as Partial<Line>;
    if (typeof entity === 'string' && typeof id === 'string' && typeof values === 'object') {
      return { entity, id, values, ...(parentId !== undefined && { parentId }) };
    }
  } catch {
    // Told below, with the line's number.
  }
  throw new CliError(
    `"${path}" line ${number} is not a record ({"entity","id","values"}). Name another file or mend that line.`,
  );
}
