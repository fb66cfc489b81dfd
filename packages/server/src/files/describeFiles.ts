import type { TestApi } from '@importera/engine/testing';
import { FileConflict, type FileKey, type FileStore } from './FileStore.ts';

/** An empty file store, for one test. */
export interface FilesUnderTest {
  readonly files: FileStore;
  /** Called after the test. */
  readonly close?: () => Promise<void> | void;
}

/** The contract of a `FileStore` as tests. Every store passes it, also a host's own. */
export function describeFiles(
  name: string,
  open: () => Promise<FilesUnderTest> | FilesUnderTest,
  api: TestApi,
): void {
  const check: Check = (what, body) => {
    api.test(what, async () => {
      const { files, close } = await open();
      try {
        await body(files);
      } finally {
        await close?.();
      }
    });
  };
  api.describe(`${name} keeps the contract of a file store`, () => {
    bytesComeBack(check, api);
    uploadsGoOn(check, api);
    filesBelong(check, api);
  });
}

type Check = (what: string, body: (files: FileStore) => Promise<void>) => void;

/** Bytes come back as they were sent. */
function bytesComeBack(check: Check, { expect }: Pick<TestApi, 'expect'>): void {
  check('a file comes back byte for byte, whatever portions it came in', async (files) => {
    const bytes = Uint8Array.from({ length: 1_300_001 }, (_, i) => (i * 7919) % 251);
    const key = await begin(files, bytes.byteLength);
    const middle = 600_123;
    expect(await files.append(key, 0, stream(bytes.slice(0, middle), 1_000))).toEqual(middle);
    expect(await files.append(key, middle, stream(bytes.slice(middle), 400_000))).toEqual(
      bytes.byteLength,
    );
    const back = await bytesOf(files, key);
    expect([back.byteLength, sum(back)]).toEqual([bytes.byteLength, sum(bytes)]);
  });

  check('it knows its import, its name and how far it is', async (files) => {
    const key = { tenant: crypto.randomUUID(), id: crypto.randomUUID() };
    const importId = crypto.randomUUID();
    const known = { importId, name: "kunder 'åäö' <1>.xlsx", size: 10 };
    expect(await files.find(key)).toEqual(null);
    await files.create(key, known);
    await files.append(key, 0, stream(new Uint8Array(4)));
    const { createdAt, ...found } = (await files.find(key)) ?? { createdAt: '' };
    expect(found).toEqual({ ...known, id: key.id, received: 4 });
    expect(new Date(createdAt).toISOString()).toEqual(createdAt);
    expect((await files.filesOf(key.tenant, importId)).map(({ id }) => id)).toEqual([key.id]);
    expect(await files.filesOf(key.tenant, crypto.randomUUID())).toEqual([]);
  });

  check('a file of no bytes is complete at once, and empty', async (files) => {
    const key = await begin(files, 0);
    expect(await files.append(key, 0, stream(new Uint8Array(0)))).toEqual(0);
    expect((await bytesOf(files, key)).byteLength).toEqual(0);
  });
}

/** Uploads go on where they were, and nowhere else. */
function uploadsGoOn(check: Check, { expect }: Pick<TestApi, 'expect'>): void {
  check(
    'what came before the stream broke is kept, and the upload goes on there',
    async (files) => {
      const bytes = Uint8Array.from({ length: 900 }, (_, i) => i % 251);
      const key = await begin(files, 900);
      const failure = await files.append(key, 0, breaking(bytes.slice(0, 500))).then(
        () => null,
        (error: unknown) => error,
      );
      expect(failure instanceof Error).toEqual(true);
      const received = (await files.find(key))?.received ?? -1;
      expect(received).toEqual(500);
      await files.append(key, received, stream(bytes.slice(received)));
      expect([...(await bytesOf(files, key))]).toEqual([...bytes]);
    },
  );

  check('it goes on only where it ends, and not beyond its size', async (files) => {
    const key = await begin(files, 10);
    await files.append(key, 0, stream(new Uint8Array(4)));
    expect(await conflicts(files.append(key, 0, stream(new Uint8Array(4))))).toEqual(true);
    expect(await conflicts(files.append(key, 6, stream(new Uint8Array(4))))).toEqual(true);
    expect(await conflicts(files.append(key, 4, stream(new Uint8Array(7))))).toEqual(true);
    expect((await files.find(key))?.received).toEqual(4);
  });

  check('of uploads that go on at the same byte one wins, whole', async (files) => {
    const key = await begin(files, 6);
    const all = [1, 2, 3, 4].map((value) =>
      files.append(key, 0, stream(new Uint8Array(6).fill(value))).then(
        () => value,
        (error: unknown) => (error instanceof FileConflict ? null : error),
      ),
    );
    const winners = (await Promise.all(all)).filter((value) => value !== null);
    expect(winners.length).toEqual(1);
    expect([...(await bytesOf(files, key))]).toEqual(Array.from({ length: 6 }, () => winners[0]));
  });
}

/** Files belong to a tenant, until they are removed. */
function filesBelong(check: Check, { expect }: Pick<TestApi, 'expect'>): void {
  check('a file of another tenant is not there', async (files) => {
    const key = await begin(files, 3);
    await files.append(key, 0, stream(new Uint8Array(3)));
    const foreign = { ...key, tenant: 'another' };
    expect(await files.find(foreign)).toEqual(null);
    expect((await bytesOf(files, foreign)).byteLength).toEqual(0);
    await files.remove(foreign);
    expect((await bytesOf(files, key)).byteLength).toEqual(3);
  });

  check('a removed file is gone, and removing it again is no error', async (files) => {
    const key = await begin(files, 3);
    await files.append(key, 0, stream(new Uint8Array(3)));
    await files.remove(key);
    await files.remove(key);
    expect(await files.find(key)).toEqual(null);
    expect((await bytesOf(files, key)).byteLength).toEqual(0);
    expect(await conflicts(files.append(key, 3, stream(new Uint8Array(1))))).toEqual(true);
  });

  check('what was begun and never finished can be found', async (files) => {
    const half = await begin(files, 3);
    const whole = await begin(files, 3);
    await files.append(half, 0, stream(new Uint8Array(2)));
    await files.append(whole, 0, stream(new Uint8Array(3)));
    const idsBefore = async (instant: number): Promise<readonly string[]> => {
      const found = await files.unfinished(new Date(instant).toISOString());
      return found.map(({ id }) => id).filter((id) => id === half.id || id === whole.id);
    };
    expect(await idsBefore(Date.now() + 60_000)).toEqual([half.id]);
    expect(await idsBefore(Date.now() - 3_600_000)).toEqual([]);
  });
}

async function begin(files: FileStore, size: number): Promise<FileKey> {
  const key = { tenant: crypto.randomUUID(), id: crypto.randomUUID() };
  await files.create(key, { importId: crypto.randomUUID(), name: 'a.csv', size });
  return key;
}

async function* stream(bytes: Uint8Array, portion = 1_024): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += portion) yield bytes.slice(at, at + portion);
}

async function* breaking(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield* stream(bytes);
  throw new Error('The connection broke.');
}

async function bytesOf(files: FileStore, key: FileKey): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of files.read(key)) parts.push(part);
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

async function conflicts(appending: Promise<number>): Promise<boolean> {
  return await appending.then(
    () => false,
    (error: unknown) => error instanceof FileConflict,
  );
}

/** Tells apart bytes in another order. */
function sum(bytes: Uint8Array): number {
  return bytes.reduce((total, byte, index) => (total * 31 + byte + index) % 1_000_000_007, 7);
}
