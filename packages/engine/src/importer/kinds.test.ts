import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import { defineSchema } from '../schema/defineSchema.ts';
import type { Schema } from '../schema/Schema.ts';
import { createImporter } from './createImporter.ts';
import type { Importer } from './Importer.ts';
import { kindAtHand } from './kindAtHand.ts';
import { matchParts } from './matchParts.ts';
import { memoryStore } from './memoryStore.ts';
import type { Recipe } from './Recipe.ts';
import { sampleRecords } from './sampleRecords.ts';
import { missingContexts, missingSettings, stepsOf } from './steps.ts';

const schema: Schema = defineSchema({
  id: 'practice',
  entities: {
    account: {
      label: 'Account',
      identify: [['name']],
      fields: {
        name: { type: 'text', label: 'Account name', required: true },
        founded: { type: 'date', label: 'Founded' },
        turnover: { type: 'number', label: 'Turnover' },
        plain: { type: 'text', label: 'Note', derive: { from: 'turnover' } },
      },
    },
    contact: {
      label: 'Contact',
      parent: 'account',
      fields: { email: { type: 'email', label: 'E-mail', required: true } },
    },
  },
  kinds: {
    both: { label: 'Both', entities: ['account', 'contact'] },
    contacts: { label: 'Contacts', entities: ['contact'] },
  },
  matchSteps: [['account'], ['contact']],
  settings: { office: { type: 'context', label: 'Office', options: ['north', 'south'] } },
});

const csv =
  'Account name;Founded;Turnover;E-mail;Other\nAcme;30.04.2011;1 250,50;A@Acme.example;x\nBeta;13.05.2012;7;;y\n';

const made = (store = memoryStore()): Importer =>
  createImporter({ schema, adapter: memoryAdapter(schema), store });

async function opened(importer: Importer): Promise<Importer> {
  await importer.actions.openFile(csv, 'clients.csv');
  await profiled(importer);
  return importer;
}

/** Until the whole file was read. */
async function profiled({ getState, subscribe }: Importer): Promise<void> {
  const isRead = (): boolean => {
    const state = getState();
    return state.step !== 'file' && state.profiled === 1;
  };
  if (isRead()) return;
  await new Promise<void>((resolve) => {
    const stop = subscribe(() => {
      if (!isRead()) return;
      stop();
      resolve();
    });
  });
}

function recipeOf({ getState }: Importer): Recipe {
  const state = getState();
  const open = state.step === 'file' ? state.previous : state;
  if (open === null) throw new Error('No file is open.');
  return open.recipe;
}

const targets = (importer: Importer): readonly (string | null)[] =>
  recipeOf(importer).columns.map(({ target }) =>
    target === null || target.kind === 'ignore'
      ? target && 'ignore'
      : `${target.entity}.${target.field}`,
  );

describe('what is asked before the file', () => {
  test('becomes part of the recipe that the file begins', async () => {
    const importer = made();
    expect(missingContexts(importer.getState(), schema)).toEqual(['office']);
    importer.dispatch({ type: 'setting-changed', key: 'office', value: 'north' });
    await importer.actions.setKind('contacts');
    expect(missingContexts(importer.getState(), schema)).toEqual([]);
    expect(Object.keys(importer.schema.entities)).toEqual(['contact']);
    await opened(importer);
    expect(recipeOf(importer)).toMatchObject({ kind: 'contacts', settings: { office: 'north' } });
    expect(targets(importer)).toEqual([null, null, null, 'contact.email', null]);
  });

  test('is asked for before the review where nobody said', async () => {
    const importer = await opened(made());
    importer.dispatch({ type: 'open-columns-ignored' });
    await importer.actions.goTo('review');
    expect(importer.getState().step).toBe('match');
    await importer.actions.goTo('file');
    importer.dispatch({ type: 'setting-changed', key: 'office', value: 'south' });
    await importer.actions.goTo('review');
    expect(importer.getState().step).toBe('review');
  });

  test('is kept for the next file, while the rest begins anew', async () => {
    const importer = await opened(made());
    importer.dispatch({ type: 'setting-changed', key: 'office', value: 'south' });
    await importer.actions.goTo('file');
    await opened(importer);
    expect(recipeOf(importer).settings['office']).toBe('south');
  });

  test('a remembered answer that is no option any more is asked anew', async () => {
    const store = memoryStore();
    const before = await opened(made(store));
    before.dispatch({ type: 'setting-changed', key: 'office', value: 'south' });
    before.dispatch({ type: 'open-columns-ignored' });
    await before.actions.goTo('review');
    await before.actions.start();
    const fewer: Schema = {
      ...schema,
      settings: { office: { type: 'context', label: 'Office', options: ['north'] } },
    };
    const again = createImporter({ schema: fewer, adapter: memoryAdapter(fewer), store });
    await opened(again);
    const state = again.getState();
    expect(state).toMatchObject({ remembered: true });
    expect(recipeOf(again).settings['office']).toBeNull();
    expect(missingSettings({ recipe: recipeOf(again) }, fewer)).toEqual(['office']);
  });
});

test('what one kind leaves out of a file is no answer for another', async () => {
  const store = memoryStore();
  const first = made(store);
  await first.actions.setKind('contacts');
  await opened(first);
  first.dispatch({ type: 'setting-changed', key: 'office', value: 'south' });
  first.dispatch({ type: 'open-columns-ignored' });
  await first.actions.goTo('review');
  await first.actions.start();
  expect(first.getState().step).toBe('result');
  expect((await opened(made(store))).getState()).toMatchObject({ remembered: false });
  const again = made(store);
  await again.actions.setKind('contacts');
  expect((await opened(again)).getState()).toMatchObject({ remembered: true });
});

describe('another kind with a file open', () => {
  test('keeps what fits, and comes back with what it had', async () => {
    const importer = await opened(made());
    const all = targets(importer);
    expect(all).toEqual([
      'account.name',
      'account.founded',
      'account.turnover',
      'contact.email',
      null,
    ]);
    importer.dispatch({ type: 'column-mapped', column: 4, target: { kind: 'ignore' } });
    importer.dispatch({
      type: 'defaults-changed',
      defaults: [{ entity: 'account', field: 'founded', value: '2020-01-01' }],
    });
    await importer.actions.goTo('file');
    await importer.actions.setKind('contacts');
    expect(kindAtHand(importer.getState(), schema)).toBe('contacts');
    expect(targets(importer)).toEqual([null, null, null, 'contact.email', 'ignore']);
    expect(recipeOf(importer).defaults).toEqual([]);
    await importer.actions.setKind('both');
    expect(targets(importer)).toEqual([...all.slice(0, 4), 'ignore']);
    await importer.actions.goTo('match');
    importer.dispatch({ type: 'undone' });
    expect(Object.keys(importer.schema.entities)).toEqual(['contact']);
  });

  test('one that is not there changes nothing', async () => {
    const importer = await opened(made());
    const before = importer.getState();
    await importer.actions.setKind('homes');
    expect(importer.getState()).toBe(before);
  });
});

describe('the match step in parts', () => {
  test('goes forward and back part by part, with nothing lost', async () => {
    const importer = await opened(made());
    importer.dispatch({ type: 'setting-changed', key: 'office', value: 'north' });
    await importer.actions.goTo('match');
    const place = (): readonly unknown[] => {
      const state = importer.getState();
      return [state.step, state.step === 'match' ? (state.matchPart ?? 0) : null];
    };
    expect(place()).toEqual(['match', 0]);
    const recipe = recipeOf(importer);
    await importer.actions.next();
    expect(place()).toEqual(['match', 1]);
    // The last part is where every column must have been dealt with.
    await importer.actions.next();
    expect(place()).toEqual(['match', 1]);
    await importer.actions.back();
    expect(place()).toEqual(['match', 0]);
    expect(recipeOf(importer)).toBe(recipe);
    await importer.actions.goTo('match', 1);
    importer.dispatch({ type: 'open-columns-ignored' });
    await importer.actions.next();
    expect(place()).toEqual(['settings', null]);
    await importer.actions.back();
    expect(place()).toEqual(['match', 1]);
    const steps = stepsOf(importer.getState(), importer.schema);
    expect(steps.map(({ step, part, status }) => [step, part?.entities.join(), status])).toEqual([
      ['file', undefined, 'done'],
      ['match', 'account', 'done'],
      ['match', 'contact', 'current'],
      ['settings', undefined, 'ahead'],
      ['review', undefined, 'ahead'],
      ['result', undefined, 'ahead'],
    ]);
  });

  test.each<[string, Partial<Schema>, readonly (readonly string[])[]]>([
    ['as the host splits it', {}, [['account'], ['contact']]],
    ['whole where it does not', { matchSteps: [] }, [['account', 'contact']]],
    ['the rest in the last', { matchSteps: [['contact']] }, [['contact', 'account']]],
    [
      'without parts that have nothing left',
      {
        matchSteps: [['account'], ['contact']],
        entities: { contact: schema.entities['contact']! },
      },
      [['contact']],
    ],
  ])('%s', (_name, more, parts) => {
    expect(matchParts({ ...schema, ...more })).toEqual(parts);
  });
});

describe('samples', () => {
  test('are what an import would write, with what can not be read', async () => {
    const importer = await opened(made());
    const state = importer.getState();
    if (state.step === 'file') throw new Error('No file is open.');
    const rows = state.table.preview.slice(1);
    const samples = await sampleRecords(state.table, recipeOf(importer), schema, rows);
    const values = samples.map(({ row, fields }) => [
      row,
      Object.fromEntries(fields.map(({ entity, field, value }) => [`${entity}.${field}`, value])),
    ]);
    expect(values).toEqual([
      [
        2,
        {
          'account.name': 'Acme',
          'account.founded': '2011-04-30',
          'account.turnover': 1250.5,
          'account.plain': '1250.5',
          'contact.email': 'A@acme.example',
        },
      ],
      [
        3,
        {
          'account.name': 'Beta',
          'account.founded': '2012-05-13',
          'account.turnover': 7,
          'account.plain': '7',
        },
      ],
    ]);
    const bad = [{ row: 9, cells: ['Acme', 'someday', '', 'nobody', ''] }];
    const [wrong] = await sampleRecords(state.table, recipeOf(importer), schema, bad);
    const told = wrong?.fields.flatMap(({ field, issues }) =>
      issues.map(({ code }) => [field, code]),
    );
    expect(told).toEqual([
      ['founded', 'date-invalid'],
      ['email', 'email-invalid'],
    ]);
  });
});
