import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import type { PersistenceAdapter, StoredRecord } from '../adapter/PersistenceAdapter.ts';
import { createImporter } from './createImporter.ts';
import type { EditingState } from './ImporterState.ts';
import { storedFile } from './storedFile.ts';
import { defineSchema } from '../schema/defineSchema.ts';
import { boolean, choice, date, email, number, phone, reference, text } from '../schema/fields.ts';
import type { Schema } from '../schema/Schema.ts';
import { collectBytes } from '../report/collectBytes.ts';
import { exportRecords } from '../report/exportRecords.ts';
import type { TemplateFormat } from '../report/writeTemplate.ts';

const FORMATS = ['csv', 'xlsx', 'xls'] as const;

const crm: Schema = defineSchema({
  id: 'crm',
  country: 'NO',
  entities: {
    home: { label: 'Home', fields: { code: text({ label: 'Home number' }) } },
    company: {
      label: 'Company',
      identify: [['name']],
      fields: {
        name: text({ label: 'Company name', required: true }),
        revenue: number({ label: 'Revenue' }),
        founded: date({ label: 'Founded' }),
        active: boolean({ label: 'Active' }),
        segments: choice({
          label: 'Segments',
          options: [{ value: 'r', label: 'Retail' }, 'Industry'],
          multiple: true,
          open: true,
        }),
      },
    },
    contact: {
      label: 'Contact',
      parent: 'company',
      identify: [['email']],
      fields: {
        email: email({ label: 'E-mail' }),
        mobile: phone({ label: 'Mobile' }),
        home: reference({ label: 'Home', to: 'home', by: ['code'] }),
        notes: text({ label: 'Notes' }),
      },
    },
  },
  kinds: { all: { label: 'All', entities: ['company', 'contact'] } },
});

const stored: Readonly<Record<string, readonly StoredRecord[]>> = {
  home: [{ id: 'h-7', values: { code: '007' } }],
  company: [
    {
      id: 'a',
      values: {
        name: '=cmd|calc!A1',
        revenue: 1234.567,
        founded: '2019-03-04',
        active: true,
        segments: ['r', 'Fish; and chips'],
      },
    },
    { id: 'b', values: { name: 'Without contacts', revenue: -1.234, active: false } },
  ],
  contact: [
    {
      id: 'c',
      parentId: 'a',
      values: { email: 'kari@example.com', mobile: '+4722225555', home: 'h-7', notes: '-1+1' },
    },
    { id: 'd', parentId: 'a', values: { email: 'ola@example.com', notes: 'two\nlines, "quoted"' } },
  ],
};

async function fileOf(adapter: PersistenceAdapter, format: TemplateFormat): Promise<Blob> {
  return new Blob([
    await collectBytes(storedFile({ schema: crm, adapter, format, scope: { settings: {} } })),
  ]);
}

/** Imports a file as it is matched by itself, and tells what the plan would do. */
async function planOf(adapter: PersistenceAdapter, file: Blob, name: string) {
  const importer = createImporter({ schema: crm, adapter });
  await importer.actions.openFile(file, name);
  await importer.actions.goTo('review');
  const state = importer.getState() as EditingState;
  if (state.step !== 'review' || state.plan.status !== 'ready')
    throw new Error(`The import is at ${state.step}.`);
  return { ...state.plan.summary, columns: state.recipe.columns };
}

describe('what is stored as a file', () => {
  test.each(FORMATS)('%s imports back: every row is unchanged', async (format) => {
    const adapter = memoryAdapter(crm, { records: stored });
    const plan = await planOf(adapter, await fileOf(adapter, format), `export.${format}`);
    expect(plan.statuses).toMatchObject({ unchanged: 3, create: 0, update: 0, reject: 0 });
  });

  test('a record is repeated for each one inside it; references are readable; formulas are harmless', async () => {
    const adapter = memoryAdapter(crm, { records: stored });
    const csv = await (await fileOf(adapter, 'csv')).text();
    const lines = csv.split('\r\n');
    expect(lines[0]).toBe('Company name,Revenue,Founded,Active,Segments,E-mail,Mobile,Home,Notes');
    expect(lines.filter((line) => line.startsWith("'=cmd"))).toHaveLength(2);
    expect(lines[1]).toBe(
      `'=cmd|calc!A1,1234.567,2019-03-04,true,"Retail; ""Fish; and chips""",kari@example.com,'+4722225555,007,'-1+1`,
    );
    expect(csv).toContain('Without contacts,-1.2340,,false,,,,,');
  });

  test('without list there is no export, and a session offers none', async () => {
    const { list: _without, ...rest } = memoryAdapter(crm);
    const chunks = exportRecords({
      schema: crm,
      adapter: rest,
      format: 'csv',
      context: { importId: '', settings: {} },
    });
    await expect(collectBytes(chunks)).rejects.toMatchObject({ code: 'adapter-failed' });
    expect(createImporter({ schema: crm, adapter: rest }).session.exportFile).toBeUndefined();
  });

  test('of a context, only once it is chosen', async () => {
    const schema = defineSchema({
      ...crm,
      settings: { project: { type: 'context', label: 'Project', options: ['North'] } },
    });
    const seen: unknown[] = [];
    const memory = memoryAdapter(schema, { records: stored });
    const adapter: PersistenceAdapter = {
      ...memory,
      list: (request, context) => {
        seen.push(context.settings['project']);
        return memory.list!(request, context);
      },
    };
    const ask = (project: string | null): Promise<unknown> =>
      collectBytes(
        storedFile({ schema, adapter, format: 'csv', scope: { settings: { project } } }),
      );
    await expect(async () => ask(null)).rejects.toMatchObject({ code: 'recipe-invalid' });
    await expect(async () => ask('South')).rejects.toMatchObject({ code: 'recipe-invalid' });
    await ask('North');
    expect(new Set(seen)).toEqual(new Set(['North']));
  });

  test('any values come back as they are', async () => {
    const plain = fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => s.trim().normalize());
    const values = fc.record({
      notes: plain.filter((s) => !/^\s|\s$/u.test(s)),
      revenue: fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((n) => Number(n.toFixed(3))),
      founded: fc
        .date({ min: new Date('1930-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
    });
    const csvOrXlsx = fc.constantFrom('csv' as const, 'xlsx' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.array(values, { minLength: 1, maxLength: 5 }),
        csvOrXlsx,
        async (all, format) => {
          const company = all.map(({ revenue, founded }, at) => ({
            id: `c${at}`,
            values: { name: `Company ${at}`, revenue, founded },
          }));
          const contact = all.map(({ notes }, at) => ({
            id: `p${at}`,
            parentId: `c${at}`,
            values: { email: `p${at}@example.com`, notes },
          }));
          const adapter = memoryAdapter(crm, { records: { company, contact } });
          const plan = await planOf(adapter, await fileOf(adapter, format), `export.${format}`);
          expect(plan.statuses).toMatchObject({ unchanged: all.length });
        },
      ),
      { numRuns: 25 },
    );
  });
});
