import type { SqlClient, SqlQuery } from '@importera/postgres';
import { instantOf, numberOf, textOf, type Row } from '../database/columns.ts';
import { storableText } from '../database/jsonText.ts';
import { FileConflict, type FileKey, type FileStore, type StoredFile } from './FileStore.ts';

/** What is known of files, in the server's database: the same wherever their bytes are. */
export function fileRecords(
  client: SqlClient,
): Pick<FileStore, 'create' | 'find' | 'filesOf' | 'unfinished'> {
  return {
    async create({ tenant, id }, { importId, name, size }) {
      await client.query(
        `INSERT INTO importera.files (tenant, id, import_id, name, size) VALUES ($1, $2, $3, $4, $5)`,
        [tenant, id, importId, storableText(name), size],
      );
    },
    async find({ tenant, id }) {
      const { rows } = await client.query(
        `SELECT * FROM importera.files WHERE tenant = $1 AND id = $2`,
        [tenant, id],
      );
      return rows[0] === undefined ? null : storedFile(rows[0]);
    },
    async filesOf(tenant, importId) {
      const { rows } = await client.query(
        `SELECT * FROM importera.files WHERE tenant = $1 AND import_id = $2 ORDER BY created_at, id`,
        [tenant, importId],
      );
      return rows.map(storedFile);
    },
    async unfinished(before) {
      const { rows } = await client.query(
        `SELECT tenant, id FROM importera.files WHERE received < size AND created_at < $1::timestamptz`,
        [before],
      );
      return rows.map((row) => ({ tenant: textOf(row, 'tenant'), id: textOf(row, 'id') }));
    },
  };
}

/** Notes that a file goes on from `start` to `end`; of two that go on at the same byte one is refused. @throws FileConflict */
export async function extendFile(
  tx: SqlQuery,
  { tenant, id }: FileKey,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<void> {
  const { rows } = await tx.query(
    `UPDATE importera.files SET received = $4
     WHERE tenant = $1 AND id = $2 AND received = $3 AND size >= $4 RETURNING id`,
    [tenant, id, start, end],
  );
  if (rows.length === 0) throw new FileConflict(`The file does not go on at byte ${start}.`);
}

/** Bytes in portions of a size. If the stream breaks, what came before is given first. */
export async function* inPortions(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncIterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of bytes) {
      waiting.push(part);
      length += part.byteLength;
      if (length < size) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      length = 0;
    }
  } catch (error) {
    if (length > 0) yield Buffer.concat(waiting);
    throw error;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

function storedFile(row: Row): StoredFile {
  return {
    id: textOf(row, 'id'),
    importId: textOf(row, 'import_id'),
    name: textOf(row, 'name'),
    size: numberOf(row, 'size'),
    received: numberOf(row, 'received'),
    createdAt: instantOf(row, 'created_at') ?? '',
  };
}
