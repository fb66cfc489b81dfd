import { expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import { createImporter } from './createImporter.ts';
import { createSession } from './createSession.ts';
import { crm, CUSTOMERS } from './crm.fixture.ts';
import type { Importer } from './Importer.ts';
import type { ImportSession } from './Session.ts';

type Keep = NonNullable<ImportSession['keep']>;
type Draft = Parameters<Keep>[0];

function keepingWith(keep: Keep): Importer {
  const session = createSession({ schema: crm, adapter: memoryAdapter(crm) });
  return createImporter({ schema: crm, session: { ...session, keep } });
}

test('the step a file opens at is kept, though nothing was decided yet', async () => {
  const kept: Draft[] = [];
  const importer = keepingWith(async (draft) => void kept.push(draft));
  await importer.actions.openFile(CUSTOMERS, 'a.csv');
  await expect.poll(() => kept.map(({ step }) => step)).toEqual(['match']);
  importer.dispose();
});

test('what was decided last is kept last, however long the one before takes', async () => {
  const kept: string[] = [];
  let go = (): void => {};
  const first = new Promise<void>((resolve) => (go = resolve));
  const importer = keepingWith(async ({ step }) => {
    if (step === 'match') await first;
    kept.push(step);
  });
  await importer.actions.openFile(CUSTOMERS, 'a.csv');
  for (const step of ['settings', 'review']) {
    await importer.actions.next();
    expect(importer.getState().step).toBe(step);
  }
  expect(kept).toEqual([]);
  go();
  // What was decided in between is in the last.
  await expect.poll(() => kept).toEqual(['match', 'review']);
  importer.dispose();
});

test('what can not be kept is told once, and the next is kept again', async () => {
  const kept: string[] = [];
  const importer = keepingWith(async ({ step }) => {
    if (step === 'match') throw new Error('No line.');
    kept.push(step);
  });
  await importer.actions.openFile(CUSTOMERS, 'a.csv');
  await expect.poll(() => importer.getState().error?.message).toBe('No line.');
  await importer.actions.next();
  await expect.poll(() => kept).toEqual(['settings']);
  expect(importer.getState().error).toBe(null);
  importer.dispose();
});

/** A keeper that is slow with the first draft it is given; `go` ends that. */
function slowKeeper(): { readonly keep: Keep; readonly told: Draft[]; readonly go: () => void } {
  const told: Draft[] = [];
  let go = (): void => {};
  const first = new Promise<void>((resolve) => (go = resolve));
  return {
    told,
    go: () => go(),
    keep: async (draft) => void (told.push(draft) === 1 && (await first)),
  };
}

test('what was decided while a draft is on its way is told before the importer closes', async () => {
  const { keep, told, go } = slowKeeper();
  const importer = keepingWith(keep);
  await importer.actions.openFile(CUSTOMERS, 'a.csv');
  importer.dispatch({ type: 'column-mapped', column: 1, target: { kind: 'ignore' } });
  expect(told).toHaveLength(1);
  importer.dispose();
  expect(told.at(1)?.recipe.columns[1]?.target).toEqual({ kind: 'ignore' });
  go();
});

test('what was decided while a draft is on its way is told before the session turns to another import', async () => {
  const { keep, told, go } = slowKeeper();
  const importer = keepingWith(keep);
  await importer.actions.openFile(CUSTOMERS, 'a.csv');
  await importer.actions.next();
  expect(told).toHaveLength(1);
  importer.actions.reset();
  expect(told.map(({ step }) => step)).toEqual(['match', 'settings']);
  go();
  importer.dispose();
});

test('what is told late is what is decided by then', async () => {
  const { keep, told, go } = slowKeeper();
  const importer = keepingWith(keep);
  await importer.actions.openFile(CUSTOMERS, 'a.csv');
  await importer.actions.next();
  importer.dispatch({ type: 'column-mapped', column: 1, target: { kind: 'ignore' } });
  go();
  await expect.poll(() => told.length).toBe(2);
  expect(told[1]?.recipe).toBe((importer.getState() as { readonly recipe?: unknown }).recipe);
  importer.dispose();
});
