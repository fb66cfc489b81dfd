import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import { defineSchema } from '../schema/defineSchema.ts';
import { createImporter } from './createImporter.ts';
import { crm, CUSTOMERS } from './crm.fixture.ts';
import { permittedSchema } from './permittedSchema.ts';

const practice = defineSchema({
  ...crm,
  id: 'practice',
  kinds: {
    both: { label: 'Both', entities: ['company', 'contact'] },
    companies: { label: 'Companies', entities: ['company'] },
    contacts: { label: 'Contacts', entities: ['contact'] },
  },
  settings: {
    project: {
      type: 'context',
      label: 'Project',
      options: ['north', { value: 'south', label: 'South' }, 'west'],
    },
  },
});

describe('permittedSchema', () => {
  test('leaves out what is refused: entities, kinds without any, options', () => {
    const seen = permittedSchema(practice, {
      entities: { company: 'No companies.' },
      settings: { project: { south: true, '*': 'Not yours.' } },
    });
    expect(Object.keys(seen.entities)).toEqual(['contact']);
    expect(seen.entities['contact']?.parent).toBe(undefined);
    expect(Object.keys(seen.kinds ?? {})).toEqual(['both', 'contacts']);
    expect(seen.kinds?.['both']?.entities).toEqual(['contact']);
    expect(seen.settings?.['project']).toMatchObject({
      options: [{ value: 'south', label: 'South' }],
    });
  });

  test('a refused kind is no choice; the others are as they were', () => {
    const seen = permittedSchema(practice, { kinds: { companies: 'Ask the owner.' } });
    expect(Object.keys(seen.kinds ?? {})).toEqual(['both', 'contacts']);
    expect(seen.entities).toEqual(practice.entities);
  });

  test('where all is refused there is nothing to choose from, so nothing is left out', () => {
    expect(permittedSchema(practice, { import: 'Only administrators.' })).toBe(practice);
  });
});

describe('an importer with permissions', () => {
  test('TD2 suggests and maps only what the person may import', async () => {
    const adapter = memoryAdapter(crm);
    const permissions = { entities: { company: 'No companies.' } };
    const importer = createImporter({ schema: crm, adapter, permissions });
    await importer.actions.openFile(CUSTOMERS, 'customers.csv');
    const state = importer.getState();
    if (state.step !== 'match' && state.step !== 'table') throw new Error(state.step);
    const entities = state.recipe.columns.map(({ target }) =>
      target?.kind === 'field' ? target.entity : null,
    );
    expect(entities).toEqual([null, null, 'contact', 'contact']);
    importer.dispatch({ type: 'open-columns-ignored' });
    await importer.actions.goTo('review');
    await importer.actions.start();
    expect(importer.getState().step).toBe('result');
    expect(adapter.records('company')).toEqual([]);
    expect(adapter.records('contact').length).toBe(3);
  });

  test('does not start what was decided behind its back', async () => {
    const adapter = memoryAdapter(crm);
    const permissions = { entities: { company: 'No companies.' } };
    const importer = createImporter({ schema: crm, adapter, permissions });
    await importer.actions.openFile(CUSTOMERS, 'customers.csv');
    importer.dispatch({ type: 'open-columns-ignored' });
    await importer.actions.goTo('review');
    importer.dispatch({
      type: 'column-mapped',
      column: 0,
      target: { kind: 'field', entity: 'company', field: 'name' },
    });
    await importer.actions.replan();
    await importer.actions.start();
    expect(importer.getState()).toMatchObject({
      step: 'review',
      error: { code: 'not-permitted', message: 'No companies.' },
    });
    expect(adapter.records('contact')).toEqual([]);
  });
});

describe('an importer that has ended', () => {
  test('takes its records back, and takes no corrections after that', async () => {
    const adapter = memoryAdapter(crm);
    const importer = createImporter({ schema: crm, adapter });
    await importer.actions.openFile(CUSTOMERS, 'customers.csv');
    importer.dispatch({ type: 'open-columns-ignored' });
    await expect(importer.actions.undoPreview()).rejects.toMatchObject({ code: 'state-invalid' });
    await importer.actions.goTo('review');
    await importer.actions.start();
    const preview = await importer.actions.undoPreview();
    expect(preview).toMatchObject({ kept: 0, failed: 0 });
    expect(adapter.records('contact').length).toBe(3);
    expect(await importer.actions.undoImport()).toEqual(preview);
    expect(adapter.records('contact')).toEqual([]);
    expect(importer.getState()).toMatchObject({
      step: 'result',
      undo: { status: 'undone', report: preview },
    });
    await importer.actions.replan();
    await importer.actions.start();
    expect(importer.getState().step).toBe('result');
    expect(adapter.records('contact')).toEqual([]);
  });
});
