import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { describeIndexedDb, entry } from './describeIndexedDb.fixture.ts';
import { indexedDbStore } from './indexedDbStore.ts';

describeIndexedDb('an imitation in Node');

test('without IndexedDB an error says so', async () => {
  const real = globalThis.indexedDB;
  Reflect.deleteProperty(globalThis, 'indexedDB');
  try {
    await expect(indexedDbStore().save(entry('a'))).rejects.toMatchObject({
      code: 'store-failed',
      params: { reason: 'NotSupportedError' },
    });
  } finally {
    globalThis.indexedDB = real;
  }
});
