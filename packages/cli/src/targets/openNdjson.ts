import { readFile, rename, writeFile } from 'node:fs/promises';
import { memoryAdapter } from '@importera/engine';
import type { MemoryAdapter, Schema, StoredRecord } from '@importera/engine';
import { CliError } from '../CliError.ts';
import type { Target } from './openTarget.ts';

/** One line of the file, with whatever else it says beside the record. */
interface Line extends StoredRecord {
  readonly entity: string;
}

/**
 * Records in a file of JSON lines, `{"entity","id","parentId","values"}`. What is there already is matched and
 * updated; lines of other entities, and what a line says beside its record, stay as they are. The file is replaced
 * in one step when the import is done.
 */
export async function openNdjson(path: string, schema: Schema): Promise<Target> {
  if (path === '') throw new CliError('ndjson: needs a path, e.g. --to ndjson:records.ndjson.');
  const lines = await readLines(path);
  const adapter = memoryAdapter(schema, { records: recordsOf(lines, schema) });
  return {
    adapter,
    async save() {
      const written = linesAfter(lines, adapter, schema).map((line) => `${JSON.stringify(line)}\n`);
      await writeFile(`${path}.part`, written.join(''));
      await rename(`${path}.part`, path);
    },
    close: async () => {},
  };
}

async function readLines(path: string): Promise<readonly Line[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new CliError(`Cannot read "${path}": ${error.message}.`);
  });
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : parseLine(line, index + 1, path)));
}

function parseLine(text: string, number: number, path: string): Line {
  const line = parseJson(text) as Partial<Line> | null | undefined;
  const { entity, id, values } = line ?? {};
  const isRecord = typeof values === 'object' && values !== null && !Array.isArray(values);
  if (typeof entity === 'string' && typeof id === 'string' && isRecord) return line as Line;
  throw new CliError(
    `"${path}" line ${number} is not a record ({"entity","id","values"}). Name another file or mend that line.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function recordsOf(
  lines: readonly Line[],
  schema: Schema,
): Readonly<Record<string, readonly StoredRecord[]>> {
  const records: Record<string, StoredRecord[]> = {};
  for (const { entity, id, values, parentId } of lines) {
    if (!Object.hasOwn(schema.entities, entity)) continue;
    (records[entity] ??= []).push({ id, values, parentId: parentId ?? null });
  }
  return records;
}

/** The lines that were there, in their places, with their records as they are now; then the new records. */
function linesAfter(
  before: readonly Line[],
  adapter: MemoryAdapter,
  schema: Schema,
): readonly object[] {
  const now = new Map(
    Object.keys(schema.entities).flatMap((entity) =>
      adapter.records(entity).map((record) => [keyOf(entity, record.id), { entity, ...record }]),
    ),
  );
  const kept = before.map((line) => {
    const key = keyOf(line.entity, line.id);
    const record = now.get(key);
    now.delete(key);
    return record === undefined ? line : { ...line, values: record.values };
  });
  return [...kept, ...now.values()];
}

function keyOf(entity: string, id: string): string {
  return JSON.stringify([entity, id]);
}
