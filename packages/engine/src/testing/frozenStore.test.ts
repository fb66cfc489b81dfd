import { expect, test } from 'vitest';
import { memoryStore } from '../importer/memoryStore.ts';
import { deepFreeze } from './deepFreeze.ts';
import { frozenStore } from './frozenStore.ts';

test('deepFreeze freezes to the bottom, also what has itself inside, and leaves typed arrays', () => {
  const inner: { self?: unknown; list: number[]; bytes: Uint8Array } = {
    list: [1],
    bytes: Uint8Array.of(1),
  };
  inner.self = inner;
  const frozen = deepFreeze({ inner });
  expect(() => frozen.inner.list.push(2)).toThrow(TypeError);
  frozen.inner.bytes[0] = 2;
  expect(frozen.inner.bytes).toEqual(Uint8Array.of(2));
  expect(deepFreeze(null)).toBe(null);
});

test('an entry that was saved or loaded can not be changed', async () => {
  const store = frozenStore(memoryStore());
  const entry = {
    id: 'a',
    schemaId: 'crm',
    status: 'draft' as const,
    fileName: 'x.csv',
    rows: null,
    user: null,
    createdAt: '2024-01-01T00:00:00.000Z',
    updatedAt: '2024-01-01T00:00:00.000Z',
    step: 'match',
    recipe: null,
    report: null,
  };
  await store.save(entry);
  expect(() => Object.assign(entry, { fileName: 'y.csv' })).toThrow(TypeError);
  const loaded = await store.load('a');
  expect(() => Object.assign(loaded ?? {}, { fileName: 'y.csv' })).toThrow(TypeError);
});
