import type { SqlClient } from '@importera/postgres';
import { instantOf, numberOf, textOf, type Row } from '../database/columns.ts';
import { storableText } from '../database/jsonText.ts';
import { FileConflict, type FileKey, type FileStore, type StoredFile } from './FileStore.ts';

/** Bytes of a stored chunk, but for the last of each upload request. */
const CHUNK_BYTES = 512 * 1024;

/** Keeps files in the server's own database, in chunks. */
export function databaseFiles(client: SqlClient): FileStore {
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
    async append(key, offset, bytes) {
      let end = offset;
      for await (const chunk of inChunks(bytes)) end = await addChunk(client, key, end, chunk);
      return end;
    },
    read: (key) => readChunks(client, key),
    async remove({ tenant, id }) {
      await client.query(`DELETE FROM importera.files WHERE tenant = $1 AND id = $2`, [tenant, id]);
    },
    async filesOf(tenant, importId) {
      const { rows } = await client.query(
        `SELECT * FROM importera.files WHERE tenant = $1 AND import_id = $2`,
        [tenant, importId],
      );
      return rows.map(storedFile);
    },
  };
}

/** Bytes in portions of the stored size. If the stream breaks, what came before is given first. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of bytes) {
      waiting.push(part);
      length += part.byteLength;
      if (length < CHUNK_BYTES) continue;
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

async function addChunk(
  client: SqlClient,
  { tenant, id }: FileKey,
  start: number,
  bytes: Uint8Array,
): Promise<number> {
  const end = start + bytes.byteLength;
  await client.transaction(async (tx) => {
    const { rows } = await tx.query(
      `UPDATE importera.files SET received = $4
       WHERE tenant = $1 AND id = $2 AND received = $3 AND size >= $4 RETURNING id`,
      [tenant, id, start, end],
    );
    if (rows.length === 0) throw new FileConflict(`The file does not go on at byte ${start}.`);
    await tx.query(
      `INSERT INTO importera.file_chunks (tenant, file_id, start, bytes) VALUES ($1, $2, $3, $4)`,
      [tenant, id, start, bytes],
    );
  });
  return end;
}

async function* readChunks(client: SqlClient, { tenant, id }: FileKey): AsyncIterable<Uint8Array> {
  for (let start = 0; ;) {
    const { rows } = await client.query(
      `SELECT bytes FROM importera.file_chunks WHERE tenant = $1 AND file_id = $2 AND start = $3`,
      [tenant, id, start],
    );
    const bytes = rows[0]?.['bytes'] as Uint8Array | undefined;
    if (bytes === undefined) return;
    yield bytes;
    start += bytes.byteLength;
  }
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
