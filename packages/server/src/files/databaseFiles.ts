import type { SqlClient } from '@importera/postgres';
import { extendFile, fileRecords, inPortions } from './fileRecords.ts';
import type { FileKey, FileStore } from './FileStore.ts';

/** Bytes of a stored chunk, but for the last of each upload request. */
const CHUNK_BYTES = 512 * 1024;

/** Keeps files in the server's own database, in chunks. */
export function databaseFiles(client: SqlClient): FileStore {
  return {
    ...fileRecords(client),
    async append(key, offset, bytes) {
      let end = offset;
      for await (const chunk of inPortions(bytes, CHUNK_BYTES)) {
        end = await addChunk(client, key, end, chunk);
      }
      return end;
    },
    read: (key) => readChunks(client, key),
    async remove({ tenant, id }) {
      await client.query(`DELETE FROM importera.files WHERE tenant = $1 AND id = $2`, [tenant, id]);
    },
  };
}

async function addChunk(
  client: SqlClient,
  key: FileKey,
  start: number,
  bytes: Uint8Array,
): Promise<number> {
  const end = start + bytes.byteLength;
  await client.transaction(async (tx) => {
    await extendFile(tx, key, { start, end });
    await tx.query(
      `INSERT INTO importera.file_chunks (tenant, file_id, start, bytes) VALUES ($1, $2, $3, $4)`,
      [key.tenant, key.id, start, bytes],
    );
  });
  return end;
}

/** Reads one ahead: the database fetches a chunk while the one before is put where it goes. */
async function* readChunks(client: SqlClient, key: FileKey): AsyncIterable<Uint8Array> {
  for (let start = 0, next = chunkAt(client, key, start); ;) {
    const bytes = await next;
    if (bytes === undefined) return;
    start += bytes.byteLength;
    next = chunkAt(client, key, start);
    // Awaited above, in its turn; until then a failure must not count as unhandled.
    next.catch(() => undefined);
    yield bytes;
  }
}

async function chunkAt(
  client: SqlClient,
  { tenant, id }: FileKey,
  start: number,
): Promise<Uint8Array | undefined> {
  const { rows } = await client.query(
    `SELECT bytes FROM importera.file_chunks WHERE tenant = $1 AND file_id = $2 AND start = $3`,
    [tenant, id, start],
  );
  return rows[0]?.['bytes'] as Uint8Array | undefined;
}
