import { memoryStore, storeDirectory } from '@importera/engine';
import type { ImportEntry, ImportStore } from '@importera/engine';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createImportList } from './importList.ts';
import type { ImportList } from './importList.ts';

function entry(id: string, more: Partial<ImportEntry> = {}): ImportEntry {
  return {
    id,
    schemaId: 'crm',
    status: 'completed',
    fileName: `${id}.csv`,
    rows: 3,
    user: 'ann',
    createdAt: `2024-01-01T00:00:${id.padStart(2, '0')}.000Z`,
    updatedAt: `2024-01-01T00:00:${id.padStart(2, '0')}.000Z`,
    step: 'result',
    recipe: null,
    report: null,
    ...more,
  };
}

const EVERY_MS = 100;

describe('createImportList', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function started(
    store: ImportStore,
    options: { readonly pageSize?: number; readonly user?: string } = {},
  ): Promise<{ readonly list: ImportList; readonly stop: () => void }> {
    const directory = storeDirectory(store, { schemaId: 'crm', everyMs: EVERY_MS });
    const list = createImportList(directory, { pageSize: 2, ...options });
    const stop = list.start();
    await vi.advanceTimersByTimeAsync(EVERY_MS);
    return { list, stop };
  }
  const ids = (list: ImportList, group: 'draft' | 'finished' | 'running'): readonly string[] =>
    list.store.getState().groups[group].imports.map(({ id }) => id);

  test('shows a page, and more when asked, newest first', async () => {
    const store = memoryStore();
    for (const id of ['1', '2', '3', '4', '5']) await store.save(entry(id));
    const { list } = await started(store);
    expect(ids(list, 'finished')).toEqual(['5', '4']);
    expect(list.store.getState().groups.finished.hasMore).toBe(true);
    await list.more('finished');
    await list.more('finished');
    expect(ids(list, 'finished')).toEqual(['5', '4', '3', '2', '1']);
    expect(list.store.getState().groups.finished.hasMore).toBe(false);
  });

  test('an import goes from list to list as it changes, and out when it is removed', async () => {
    const store = memoryStore();
    await store.save(entry('1', { status: 'draft' }));
    const { list, stop } = await started(store);
    expect(ids(list, 'draft')).toEqual(['1']);
    for (const [status, group] of [
      ['running', 'running'],
      ['completed', 'finished'],
    ] as const) {
      await store.save(entry('1', { status }));
      await vi.advanceTimersByTimeAsync(EVERY_MS);
      const all = (['draft', 'running', 'finished'] as const).filter(
        (known) => ids(list, known).length > 0,
      );
      expect(all).toEqual([group]);
    }
    await store.remove('1');
    await vi.advanceTimersByTimeAsync(EVERY_MS);
    expect(ids(list, 'finished')).toEqual([]);
    stop();
    await store.save(entry('2'));
    await vi.advanceTimersByTimeAsync(EVERY_MS * 5);
    expect(ids(list, 'finished')).toEqual([]);
  });

  test('shows one person only theirs, also those that come later', async () => {
    const store = memoryStore();
    for (const id of ['1', '2', '3']) await store.save(entry(id, { user: 'bo' }));
    await store.save(entry('0'));
    const { list } = await started(store, { user: 'ann' });
    expect(ids(list, 'finished')).toEqual(['0']);
    await store.save(entry('8', { user: 'bo' }));
    await store.save(entry('9'));
    await vi.advanceTimersByTimeAsync(EVERY_MS);
    expect(ids(list, 'finished')).toEqual(['9', '0']);
  });

  test('what fails is said with its import, until the next try', async () => {
    const store = memoryStore();
    await store.save(entry('1'));
    const { list } = await started(store);
    const failing = (): Promise<never> => Promise.reject(new Error('gone'));
    expect(await list.ask('1', 'remove', failing)).toBe(false);
    expect(list.store.getState()).toMatchObject({
      failure: { id: '1', error: { message: 'gone' } },
      asked: {},
    });
    expect(await list.ask('1', 'remove', () => store.remove('1'))).toBe(true);
    expect(list.store.getState().failure).toBe(null);
    expect(ids(list, 'finished')).toEqual([]);
  });

  test('what came too late is told from what failed', async () => {
    const store = memoryStore();
    await store.save(entry('1', { status: 'running' }));
    const { list } = await started(store);
    const tooLate = async (): Promise<never> => {
      await store.save(entry('1'));
      throw new Error('It has ended.');
    };
    expect(await list.ask('1', 'cancel', tooLate)).toBe(false);
    expect(ids(list, 'finished')).toEqual(['1']);
    expect(list.store.getState().failure).toMatchObject({ id: '1', isLate: true });

    const gone = async (): Promise<never> => {
      await store.remove('1');
      throw new Error('There is no such import.');
    };
    expect(await list.ask('1', 'remove', gone)).toBe(true);
    expect(list.store.getState().failure).toBe(null);
  });

  test('an answer that is older than what was told since changes nothing of it', async () => {
    const store = memoryStore();
    await store.save(entry('1', { status: 'running' }));
    const { list } = await started(store);
    const answers: ((value: Awaited<ReturnType<ImportStore['list']>>) => void)[] = [];
    const before = await store.list('crm');
    const slow = vi
      .spyOn(store, 'list')
      .mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const loading = list.more('running');
    slow.mockRestore();
    await store.save(entry('1'));
    await vi.advanceTimersByTimeAsync(EVERY_MS);
    expect(ids(list, 'finished')).toEqual(['1']);
    for (const answer of answers) answer(before);
    await loading;
    expect(ids(list, 'running')).toEqual([]);
    expect(ids(list, 'finished')).toEqual(['1']);
  });

  test.each(['running', 'finished'] as const)(
    'an import that ends between two loads is in one list, whichever is answered first (%s)',
    async (first) => {
      const store = memoryStore();
      const { list, stop } = await started(store);
      stop();
      const ended = '2024-01-01T00:01:00.000Z';
      const answers = {
        running: [entry('1', { status: 'running' })],
        finished: [entry('1', { updatedAt: ended })],
      };
      const listed = vi.spyOn(store, 'list');
      for (const group of [first, first === 'running' ? 'finished' : 'running'] as const) {
        listed.mockResolvedValueOnce(answers[group]);
        await list.more(group);
      }
      listed.mockRestore();
      expect(ids(list, 'running')).toEqual([]);
      expect(ids(list, 'finished')).toEqual(['1']);
    },
  );

  test('of two loads of a list the one asked for last counts', async () => {
    const store = memoryStore();
    for (const id of ['1', '2', '3']) await store.save(entry(id));
    const { list } = await started(store);
    const all = await store.list('crm');
    let answer = (): void => {};
    const slow = vi
      .spyOn(store, 'list')
      .mockImplementationOnce(
        () => new Promise((resolve) => (answer = () => resolve(all.slice(1)))),
      );
    const first = list.more('finished');
    await list.more('finished');
    answer();
    await first;
    slow.mockRestore();
    expect(ids(list, 'finished')).toEqual(['3', '2', '1']);
  });

  test('a list that could not be loaded is tried again', async () => {
    const store = memoryStore();
    await store.save(entry('1'));
    const broken = vi.spyOn(store, 'list').mockRejectedValue(new Error('offline'));
    const { list } = await started(store);
    expect(list.store.getState().groups.finished).toMatchObject({
      status: 'failed',
      error: { message: 'offline' },
    });
    broken.mockRestore();
    await list.retry('finished');
    expect(ids(list, 'finished')).toEqual(['1']);
  });
});
