import { expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import type { MemoryAdapter } from '../adapter/memoryAdapter.ts';
import { createImporter } from './createImporter.ts';
import { createSession } from './createSession.ts';
import { crm, CUSTOMERS } from './crm.fixture.ts';
import type { Importer } from './Importer.ts';
import type { ImporterEvent, ImporterState } from './ImporterState.ts';
import type { ImportSession } from './Session.ts';

test('what is put right while a plan is made is part of the plan that is started', async () => {
  const { importer, adapter, hold } = await atReview();
  const go = hold();
  importer.dispatch({ type: 'cell-edited', row: 2, column: 1, value: 'First' });
  const planned = importer.actions.replan();
  importer.dispatch({ type: 'cell-edited', row: 4, column: 2, value: 'cia@beta.se' });
  expect(importer.getState()).not.toMatchObject({ plan: { status: 'ready' } });
  go();
  await planned;
  expect(importer.getState()).toMatchObject({
    plan: { status: 'ready', summary: { statuses: { reject: 0 } } },
  });
  await importer.actions.start();
  expect(importer.getState()).toMatchObject({ step: 'result', report: { rejected: 0 } });
  expect(emails(adapter)).toContain('cia@beta.se');
});

test('no plan is ready but that of the recipe as it is, whenever decisions are made and taken back', async () => {
  const { importer, hold, recipes } = await atReview();
  const seen: boolean[] = [];
  importer.subscribe((state, event) => {
    if (event.type === 'plan-ready') seen.push(recipeOf(state) === recipes.at(-1));
  });
  const decisions: readonly ImporterEvent[] = [
    { type: 'cell-edited', row: 2, column: 1, value: 'First' },
    { type: 'undone' },
    { type: 'redone' },
    { type: 'row-excluded', row: 3, excluded: true },
  ];
  for (const decision of decisions) {
    const go = hold();
    const planned = importer.actions.replan();
    importer.dispatch(decision);
    go();
    await planned;
    expect(importer.getState()).toMatchObject({ plan: { status: 'ready' } });
  }
  expect(seen).toEqual([true, true, true, true]);
});

test('nothing is planned anew for a person who went on to decide elsewhere', async () => {
  const { importer, hold, recipes } = await atReview();
  const go = hold();
  const planned = importer.actions.replan();
  const before = recipes.length;
  importer.dispatch({ type: 'step-entered', step: 'match' });
  importer.dispatch({ type: 'column-mapped', column: 1, target: { kind: 'ignore' } });
  go();
  await planned;
  expect(importer.getState()).toMatchObject({ step: 'match', plan: { status: 'none' } });
  expect(recipes).toHaveLength(before);
});

test('an import that is being taken back stays so, though a check of corrections fails', async () => {
  const { importer, session, hold } = await atReview();
  await importer.actions.start();
  const go = hold(new Error('not now'));
  importer.dispatch({ type: 'cell-edited', row: 4, column: 2, value: 'cia@beta.se' });
  const planned = importer.actions.replan();
  let end = (): void => {};
  const undo = session.undo?.bind(session);
  session.undo = async (...call) => {
    await new Promise<void>((resolve) => (end = resolve));
    return (await undo?.(...call)) ?? { reversed: 0, kept: 0, failed: 0 };
  };
  const undone = importer.actions.undoImport();
  go();
  await planned;
  const failed = { code: 'unexpected', message: 'no download', params: {} } as const;
  importer.dispatch({ type: 'failed', error: failed });
  expect(importer.getState()).toMatchObject({ undo: { status: 'undoing' } });
  importer.dispatch({ type: 'error-dismissed' });
  expect(importer.getState()).toMatchObject({ plan: { status: 'none' }, error: null });
  end();
  await undone;
  expect(importer.getState()).toMatchObject({ undo: { status: 'undone' }, error: null });
});

test('an import that can not be taken back stands, and can be tried again', async () => {
  const { importer, session } = await atReview();
  await importer.actions.start();
  session.undo = () => Promise.reject(new Error('away'));
  await expect(importer.actions.undoImport()).rejects.toThrow('away');
  expect(importer.getState()).toMatchObject({
    undo: { status: 'none' },
    error: { message: 'away' },
  });
});

interface AtReview {
  readonly importer: Importer;
  readonly adapter: MemoryAdapter;
  readonly session: ImportSession;
  /** The recipes that were planned, or begun to be. */
  readonly recipes: readonly unknown[];
  /** The next plan waits until the returned function is called, whether it is still wanted or not; then it may fail. */
  hold(failure?: Error): () => void;
}

async function atReview(): Promise<AtReview> {
  const adapter = memoryAdapter(crm);
  const session = createSession({ schema: crm, adapter });
  const plan = session.plan.bind(session);
  const recipes: unknown[] = [];
  let held: Promise<void> | null = null;
  session.plan = async (recipe, onProgress, signal) => {
    recipes.push(recipe);
    const late = held;
    held = null;
    await late;
    onProgress?.({ rowsDone: 1, rowsTotal: 4 });
    return await plan(recipe, onProgress, signal);
  };
  const importer = createImporter({ schema: crm, session });
  await importer.actions.openFile(CUSTOMERS, 'customers.csv');
  await importer.actions.goTo('review');
  return {
    importer,
    adapter,
    session,
    recipes,
    hold(failure) {
      let go = (): void => {};
      held = new Promise((resolve, reject) => {
        go = () => (failure === undefined ? resolve() : reject(failure));
      });
      return () => go();
    },
  };
}

function recipeOf(state: ImporterState): unknown {
  return state.step === 'file' ? null : state.recipe;
}

function emails(adapter: MemoryAdapter): readonly unknown[] {
  return adapter.records('contact').map(({ values }) => values['email']);
}
