import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import { createImporter } from './createImporter.ts';
import { crm, CUSTOMERS } from './crm.fixture.ts';
import type { Importer } from './Importer.ts';
import { memoryStore } from './memoryStore.ts';

describe('the entry of an import in its store', () => {
  const made = (store = memoryStore()): Importer =>
    createImporter({ schema: crm, adapter: memoryAdapter(crm), store });

  test('what was decided last is kept when the page is left at once', async () => {
    const store = memoryStore();
    const importer = made(store);
    await importer.actions.openFile(CUSTOMERS, 'a.csv');
    importer.dispatch({ type: 'column-mapped', column: 1, target: { kind: 'ignore' } });
    const { importId } = importer.getState();
    importer.dispose();
    await expect
      .poll(async () => (await store.load(importId))?.recipe?.columns[1]?.target)
      .toEqual({ kind: 'ignore' });
  });

  test('a draft that is taken up again keeps the day it was begun', async () => {
    const store = memoryStore();
    const first = made(store);
    await first.actions.openFile(CUSTOMERS, 'a.csv');
    const { importId } = first.getState();
    await expect.poll(() => store.load(importId)).not.toBe(null);
    first.dispose();
    const entry = await store.load(importId);
    if (entry === null) throw new Error('It was not kept.');
    await store.save({ ...entry, createdAt: '2024-01-01T00:00:00.000Z' });

    const second = made(store);
    await second.actions.restore(importId);
    second.dispatch({ type: 'column-mapped', column: 1, target: { kind: 'ignore' } });
    await expect
      .poll(() => store.load(importId))
      .toMatchObject({
        createdAt: '2024-01-01T00:00:00.000Z',
        recipe: { columns: [{}, { target: { kind: 'ignore' } }, {}, {}] },
      });
    second.dispose();
  });

  test('the end of an import is kept last, though its start takes long to keep', async () => {
    const store = memoryStore();
    let go = (): void => {};
    const late = new Promise<void>((resolve) => (go = resolve));
    const importer = made({
      ...store,
      async save(entry) {
        if (entry.status === 'running') await late;
        await store.save(entry);
      },
    });
    await importer.actions.openFile(CUSTOMERS, 'a.csv');
    while (importer.getState().step !== 'review') await importer.actions.next();
    await importer.actions.start();
    const { importId, step } = importer.getState();
    expect(step).toBe('result');
    const first = (await store.load(importId))?.status;
    go();
    await expect.poll(async () => (await store.load(importId))?.step).toBe('result');
    expect([first, (await store.load(importId))?.status]).toEqual(['draft', 'completed']);
    importer.dispose();
  });

  test('an import that was taken back is kept as taken back', async () => {
    const store = memoryStore();
    const importer = made(store);
    await importer.actions.openFile(CUSTOMERS, 'a.csv');
    while (importer.getState().step !== 'review') await importer.actions.next();
    await importer.actions.start();
    const report = await importer.actions.undoImport();
    const { importId } = importer.getState();
    await expect.poll(async () => (await store.load(importId))?.undo).toEqual(report);
    importer.dispose();
  });

  test('a store that can not be read is told, and throws nothing', async () => {
    const gone = (): Promise<never> => Promise.reject(new Error('The disk is away.'));
    const importer = made({ ...memoryStore(), load: gone });
    await importer.actions.restore('one');
    expect(importer.getState()).toMatchObject({
      step: 'file',
      status: 'idle',
      error: { message: 'The disk is away.' },
    });
    importer.dispose();
  });

  test('of two drafts asked for the last one comes, whichever is read first', async () => {
    const store = memoryStore();
    for (const [id, city] of [
      ['slow', 'Lund'],
      ['quick', 'Umeå'],
    ] as const) {
      const importer = createImporter({
        schema: crm,
        adapter: memoryAdapter(crm),
        store,
        importId: id,
      });
      await importer.actions.openFile(`Company name,City\nA,${city}\n`, `${id}.csv`);
      await expect.poll(() => store.load(id)).not.toBe(null);
      importer.dispose();
    }
    let go = (): void => {};
    const late = new Promise<void>((resolve) => (go = resolve));
    const importer = made({
      ...store,
      load: async (id) => {
        if (id === 'slow') await late;
        return await store.load(id);
      },
    });
    const first = importer.actions.restore('slow');
    await importer.actions.restore('quick');
    go();
    await first;
    expect(importer.getState()).toMatchObject({
      importId: 'quick',
      table: { fileName: 'quick.csv' },
    });
    importer.dispose();
  });
});
