import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../database/migrate.ts';
import type { ServerDatabase } from '../database/ServerDatabase.ts';
import {
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  tus,
} from '../server.fixture.ts';
import type { ServerImport } from '../store/ServerImport.ts';
import { databaseFiles } from './databaseFiles.ts';
import { describeFiles } from './describeFiles.ts';
import { startS3 } from './s3.fixture.ts';
import { s3Files } from './s3Files.ts';

const s3 = await startS3();
let database: ServerDatabase;

beforeAll(async () => {
  database = await pgliteServerDatabase();
  await migrate(database.client);
}, 120_000);
afterAll(async () => {
  await s3.close();
  await (await pglite()).close();
});

const inBucket = (): ReturnType<typeof s3Files> =>
  s3Files({ ...s3.options, client: database.client, partBytes: 300_000, prefix: 'a b&c/' });

describeFiles('the database', () => ({ files: databaseFiles(database.client) }), {
  describe,
  test,
  expect,
});
describeFiles('a bucket of S3', () => ({ files: inBucket() }), { describe, test, expect });

describe('files in a bucket', { timeout: 60_000 }, () => {
  test('are objects while they are there, and none afterwards, nor what nobody named', async () => {
    const files = inBucket();
    const before = (await s3.objects()).length;
    const key = { tenant: 't', id: crypto.randomUUID() };
    await files.create(key, { importId: crypto.randomUUID(), name: 'a', size: 700_000 });
    const bytes = async function* (): AsyncIterable<Uint8Array> {
      yield new Uint8Array(700_000);
    };
    await files.append(key, 0, bytes());
    expect((await s3.objects()).length).toBe(before + 1);
    await expect(files.append(key, 0, bytes())).rejects.toThrow('does not go on');
    expect((await s3.objects()).length).toBe(before + 1);
    await files.remove(key);
    expect((await s3.objects()).length).toBe(before);
  });

  test('a bucket that can not be reached is waited for; one that refuses says nothing of its keys', async () => {
    const key = { tenant: 't', id: crypto.randomUUID() };
    const bytes = async function* (): AsyncIterable<Uint8Array> {
      yield new Uint8Array(10);
    };
    const wrong = s3Files({
      ...s3.options,
      client: database.client,
      credentials: () => ({ accessKeyId: 'S3RVER', secretAccessKey: 'wrong' }),
    });
    await wrong.create(key, { importId: crypto.randomUUID(), name: 'a', size: 10 });
    for (const files of [
      wrong,
      s3Files({ ...s3.options, client: database.client, bucket: 'http://127.0.0.1:9/imports' }),
    ]) {
      await expect(files.append(key, 0, bytes())).rejects.toMatchObject({
        code: 'store-failed',
        transient: true,
      });
    }
    expect((await wrong.find(key))?.received).toBe(0);
  });

  test('an import runs from a bucket, its upload resumed in the middle', async () => {
    const files = inBucket();
    const api = await openApi(database, { files });
    await api.worker({ files }).start();
    const { id } = await api.json<ServerImport>('POST', '', { schema: 'crm' });
    const bytes = new TextEncoder().encode(CUSTOMERS);
    const made = await api.call('POST', `/${id}/uploads`, undefined, tus('c.csv', bytes.length));
    const place = (made.headers.get('location') ?? '').replace('/api/imports', '');
    for (const [from, to] of [
      [0, 33],
      [33, bytes.length],
    ] as const) {
      const sent = await api.call('PATCH', place, bytes.slice(from, to), {
        'tus-resumable': '1.0.0',
        'upload-offset': String(from),
        'content-type': 'application/offset+octet-stream',
      });
      expect(sent.status).toBe(204);
    }
    expect(await (await api.call('GET', `/${id}/file`)).text()).toBe(CUSTOMERS);
    await api.json('PATCH', `/${id}`, { recipe });
    await api.json('POST', `/${id}/start`, {});
    const done = await api.until(id, 'completed', 'failed');
    expect(done).toMatchObject({ status: 'completed', fileSize: bytes.length });
    await api.json('DELETE', `/${id}`);
    expect((await files.filesOf(api.tenant, id)).length).toBe(0);
    await api.close();
  });
});
