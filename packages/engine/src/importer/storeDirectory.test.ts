import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import { createImporter } from './createImporter.ts';
import { crm } from './crm.fixture.ts';
import type { DirectoryChange } from './ImportDirectory.ts';
import type { ImportEntry } from './ImportStore.ts';
import { memoryStore } from './memoryStore.ts';
import { storeDirectory } from './storeDirectory.ts';

function entry(id: string, more: Partial<ImportEntry> = {}): ImportEntry {
  return {
    id,
    schemaId: crm.id,
    status: 'draft',
    fileName: `${id}.csv`,
    rows: 3,
    user: 'ann',
    createdAt: '2024-01-01T00:00:00.000Z',
    updatedAt: '2024-01-01T00:00:00.000Z',
    step: 'match',
    recipe: null,
    report: null,
    ...more,
  };
}

describe('storeDirectory', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('FX5 lists drafts and finished imports apart, newest first, in pages', async () => {
    const store = memoryStore();
    for (const [index, status] of (['draft', 'completed', 'draft', 'draft'] as const).entries()) {
      const updatedAt = `2024-01-0${index + 1}T00:00:00.000Z`;
      await store.save(entry(`import ${index}`, { status, updatedAt }));
    }
    const directory = storeDirectory(store, { schemaId: crm.id });
    const ids = async (group: 'draft' | 'finished' | 'running', offset = 0): Promise<string[]> =>
      (await directory.list({ group, limit: 2, offset })).map(({ id }) => id);
    expect(await ids('draft')).toEqual(['import 3', 'import 2']);
    expect(await ids('draft', 2)).toEqual(['import 0']);
    expect(await ids('finished')).toEqual(['import 1']);
    expect(await ids('running')).toEqual([]);
  });

  test('tells what is new, changed or gone, and nothing after it was stopped', async () => {
    const store = memoryStore();
    await store.save(entry('old'));
    const told: DirectoryChange[] = [];
    const stop = storeDirectory(store, { schemaId: crm.id, everyMs: 100 }).follow((change) =>
      told.push(change),
    );
    await vi.advanceTimersByTimeAsync(150);
    await store.save(entry('new'));
    await store.save(entry('old', { step: 'review' }));
    await vi.advanceTimersByTimeAsync(100);
    await store.remove('old');
    await vi.advanceTimersByTimeAsync(100);
    stop();
    await store.remove('new');
    await vi.advanceTimersByTimeAsync(500);
    const said = told.map((change) =>
      change.type === 'removed' ? `-${change.id}` : `${change.import.id} ${change.import.step}`,
    );
    expect(said.toSorted()).toEqual(['-old', 'new match', 'old review']);
  });

  test('takes an import back, and shows it as undone with its counts', async () => {
    vi.useRealTimers();
    const store = memoryStore();
    const adapter = memoryAdapter(crm);
    const importer = createImporter({ schema: crm, adapter, store, importId: 'one' });
    await importer.actions.openFile('Company,E-mail\nAcme,ann@acme.se\n', 'one.csv');
    importer.dispatch({ type: 'open-columns-ignored' });
    await importer.actions.goTo('settings');
    await importer.actions.goTo('review');
    await importer.actions.start();
    const made = adapter.records('company').length;
    expect(made).toBeGreaterThan(0);
    const directory = storeDirectory(store, { schemaId: crm.id, adapter });
    const preview = await directory.undoPreview?.('one');
    expect(preview?.reversed).toBeGreaterThan(0);
    expect(adapter.records('company').length).toBe(made);
    await directory.undo?.('one');
    expect(adapter.records('company').length).toBe(0);
    const [listed] = await directory.list({ group: 'finished', limit: 10, offset: 0 });
    expect([listed?.status, listed?.undo]).toEqual(['undone', preview]);
  });

  test('offers no undo where the adapter has none', () => {
    const { undo, undoPreview } = storeDirectory(memoryStore(), { schemaId: crm.id });
    expect([undo, undoPreview]).toEqual([undefined, undefined]);
  });
});
