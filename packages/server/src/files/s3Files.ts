import { createHash } from 'node:crypto';
import { ImportError } from '@importera/engine';
import type { SqlClient } from '@importera/postgres';
import { numberOf, textOf } from '../database/columns.ts';
import { extendFile, fileRecords, inPortions } from './fileRecords.ts';
import type { FileKey, FileStore } from './FileStore.ts';
import { openBucket, type Bucket, type BucketOptions } from './openBucket.ts';

/** Where files and what is known of them are kept. */
export interface S3FilesOptions extends BucketOptions {
  /** The server's database (`database.client`): it knows the files and in which objects their bytes are. */
  readonly client: SqlClient;
  /** What the names of objects begin with, e.g. `imports/`; default nothing. */
  readonly prefix?: string;
  /** Bytes of an object at most; default 8 MiB. A running upload holds as much in memory. */
  readonly partBytes?: number;
}

interface Part {
  readonly length: number;
  readonly object: string;
}

/**
 * Keeps the bytes of files in a bucket of S3, or of anything that speaks like it (MinIO, R2, Ceph). Each portion of an upload
 * is an object of its own, which the database names once it is there: an upload goes on from any byte, of two that go on at
 * the same byte one wins, and no multipart upload is ever left open.
 * @example
 * const files = s3Files({ client: database.client, bucket: 'https://imports.s3.eu-north-1.amazonaws.com', region, credentials });
 */
export function s3Files(options: S3FilesOptions): FileStore {
  const { client, prefix = '', partBytes = 8 * 1024 * 1024 } = options;
  const bucket = openBucket(options);
  const folder = ({ tenant, id }: FileKey): string =>
    `${prefix}${createHash('sha256').update(tenant).digest('hex').slice(0, 16)}/${id}/`;
  return {
    ...fileRecords(client),
    async append(key, offset, bytes) {
      let end = offset;
      for await (const part of inPortions(bytes, partBytes)) {
        const object = `${folder(key)}${crypto.randomUUID()}`;
        await bucket.put(object, part);
        await nameObject(client, key, { start: end, length: part.byteLength, object }).catch(
          async (error: unknown) => {
            // Nobody knows it. If this fails too, it goes with the file.
            await bucket.remove(object).catch(() => undefined);
            throw error;
          },
        );
        end += part.byteLength;
      }
      return end;
    },
    async *read(key) {
      for (const part of await partsOf(client, key)) yield* readPart(bucket, part);
    },
    async remove(key) {
      await bucket.removeAll(folder(key));
      const { tenant, id } = key;
      await client.query(`DELETE FROM importera.files WHERE tenant = $1 AND id = $2`, [tenant, id]);
    },
  };
}

async function nameObject(
  client: SqlClient,
  key: FileKey,
  { start, length, object }: Part & { readonly start: number },
): Promise<void> {
  await client.transaction(async (tx) => {
    await extendFile(tx, key, { start, end: start + length });
    await tx.query(
      `INSERT INTO importera.file_objects (tenant, file_id, start, length, object) VALUES ($1, $2, $3, $4, $5)`,
      [key.tenant, key.id, start, length, object],
    );
  });
}

async function partsOf(client: SqlClient, { tenant, id }: FileKey): Promise<readonly Part[]> {
  const { rows } = await client.query(
    `SELECT length, object FROM importera.file_objects WHERE tenant = $1 AND file_id = $2 ORDER BY start`,
    [tenant, id],
  );
  return rows.map((row) => ({ length: numberOf(row, 'length'), object: textOf(row, 'object') }));
}

/** The bytes of an object. An answer that ends early is no shorter file. */
async function* readPart(bucket: Bucket, { length, object }: Part): AsyncIterable<Uint8Array> {
  let read = 0;
  for await (const bytes of bucket.read(object)) {
    read += bytes.byteLength;
    yield bytes;
  }
  if (read === length) return;
  const message = 'The bucket gave less of the uploaded file than was put there.';
  throw new ImportError('store-failed', message, { transient: true });
}
