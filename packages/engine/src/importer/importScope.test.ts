import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import type { AdapterContext, PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { createMapping } from '../mapping/createMapping.ts';
import { defineSchema } from '../schema/defineSchema.ts';
import { IMPORTER } from '../schema/Schema.ts';
import type { RecordValues, Schema, Value } from '../schema/Schema.ts';
import { completeRecipe } from './completeRecipe.ts';
import { createSession } from './createSession.ts';
import { extendSchema } from './extendSchema.ts';
import type { RecipeDraft } from './parseRecipe.ts';
import { parseRecipe } from './parseRecipe.ts';
import type { GridRow } from './Session.ts';

const practice: Schema = defineSchema({
  id: 'practice',
  entities: {
    account: {
      label: 'Account',
      identify: [['name']],
      fields: {
        name: { type: 'text', label: 'Account name', required: true },
        type: {
          type: 'choice',
          label: 'Account type',
          options: ['Person', 'Company', 'Other'],
          source: { ask: true },
          defaultOnCreate: 'Other',
        },
        companyName: {
          type: 'text',
          label: 'Company name',
          derive: { from: 'name', when: { field: 'type', is: 'Company' } },
        },
        tags: { type: 'choice', label: 'Tags', options: [], open: true, multiple: true },
        assignees: {
          type: 'reference',
          label: 'Assignees',
          to: 'person',
          by: ['name'],
          multiple: true,
        },
        folder: { type: 'text', label: 'Folder' },
      },
    },
    contact: {
      label: 'Contact',
      parent: 'account',
      identify: [['email']],
      fields: { email: { type: 'email', label: 'E-mail', required: true } },
    },
  },
  settings: {
    tags: {
      type: 'tags',
      label: 'Tags',
      appliesTo: { entity: 'account', field: 'tags' },
    },
    assignees: {
      type: 'people',
      label: 'Assignees',
      options: [{ value: 'p1', label: 'Ann' }],
      multiple: true,
      default: [IMPORTER],
      appliesTo: { entity: 'account', field: 'assignees', when: 'empty' },
    },
    folder: {
      type: 'choice',
      label: 'Folder template',
      options: ['Tax years'],
      appliesTo: { entity: 'account', field: 'folder', when: 'create' },
    },
    invite: { type: 'switch', label: 'Send invitations', appliesTo: { entity: 'contact' } },
  },
  kinds: {
    both: { label: 'Accounts and contacts', entities: ['account', 'contact'] },
    accounts: { label: 'Accounts only', entities: ['account'] },
    contacts: { label: 'Contacts only', entities: ['contact'] },
  },
  policy: { mode: { default: 'create-and-update', choices: ['create-and-update', 'create'] } },
});

const people = [
  { id: 'p1', values: { name: 'Ann' } },
  { id: 'p2', values: { name: 'Bo' } },
];

interface Done {
  readonly rows: readonly GridRow[];
  readonly contexts: readonly AdapterContext[];
  readonly records: (entity: string) => readonly RecordValues[];
}

/** Imports a text as a host would, and tells what became of it. */
async function imported(
  csv: string,
  draft: RecipeDraft,
  stored: Readonly<Record<string, RecordValues>> = {},
): Promise<Done> {
  const accounts = Object.entries(stored).map(([id, values]) => ({ id, values }));
  const memory = memoryAdapter(practice, { records: { account: accounts, person: people } });
  const contexts: AdapterContext[] = [];
  const adapter: PersistenceAdapter = {
    lookup: (request, context) => memory.lookup(request, context),
    write(batch, context) {
      contexts.push(context);
      return memory.write(batch, context);
    },
  };
  const session = createSession({ schema: practice, adapter, user: 'p2' });
  await session.open(csv, 'file.csv', {});
  const table = await session.profile();
  const suggested = createMapping(table.columns, await session.suggest(draft.kind), practice);
  const recipe = completeRecipe(draft, table, suggested.columns, practice);
  await session.plan(recipe);
  await session.commit({ importId: 'i' });
  const { rows } = await session.rows({ offset: 0, limit: 100 });
  return {
    rows,
    contexts,
    records: (entity) => memory.records(entity).map(({ values }) => values),
  };
}

/** What it shows, the file, the recipe, the record stored before, and what the record is after. */
type Case = [string, string, RecipeDraft, RecordValues, RecordValues];

describe('where a value comes from', () => {
  const column = { kind: 'accounts', settings: { assignees: [] } } as const;
  const fixed = (value: string): RecipeDraft => ({
    ...column,
    defaults: [{ entity: 'account', field: 'type', value, fixed: true }],
  });
  const all = 'Account name,Account type,Tags,Assignees\n';

  const cases: readonly Case[] = [
    [
      'one value for all: the column is not read, though it can not be',
      `${all}Acme,nonsense,,`,
      fixed('Company'),
      {},
      { name: 'Acme', type: 'Company', companyName: 'Acme' },
    ],
    [
      'one value for all replaces what is stored',
      `${all}Acme,Person,,`,
      fixed('Company'),
      { name: 'Acme', type: 'Other' },
      { type: 'Company', companyName: 'Acme' },
    ],
    [
      'from a column, and what is derived only where the condition holds',
      `${all}Acme,Person,,`,
      column,
      {},
      { type: 'Person', companyName: null },
    ],
    [
      'a new record without a type is Other',
      `${all}Acme,,,`,
      column,
      {},
      { type: 'Other', companyName: null },
    ],
    [
      'one that is stored keeps having none',
      `${all}Acme,,x,`,
      column,
      { name: 'Acme' },
      { type: null, tags: ['x'] },
    ],
    [
      'what is derived fills, and never replaces',
      `${all}Acme,Company,,`,
      column,
      { name: 'Acme', companyName: 'Acme Ltd' },
      { type: 'Company', companyName: 'Acme Ltd' },
    ],
    [
      'tags for all stand beside those of the column and the store',
      `${all}Acme,,b;c,`,
      { ...column, settings: { tags: ['c', 'd'], assignees: [] } },
      { name: 'Acme', tags: ['a'] },
      { tags: ['a', 'b', 'c', 'd'] },
    ],
    [
      'tags for all without a cell are added, whatever the column\u2019s policy',
      `${all}Acme,,,`,
      {
        ...column,
        settings: { tags: ['d'], assignees: [] },
        columns: [{ header: 'Tags', write: 'overwrite' }],
      },
      { name: 'Acme', tags: ['a'] },
      { tags: ['a', 'd'] },
    ],
    [
      'tags for all without any column',
      'Account name\nAcme',
      { ...column, settings: { tags: ['d'], assignees: [] } },
      { name: 'Acme', tags: ['a'] },
      { tags: ['a', 'd'] },
    ],
    [
      'the importer is assigned where the file names nobody',
      `${all}Acme,,,`,
      { kind: 'accounts' },
      {},
      { assignees: ['p2'] },
    ],
    [
      'names of a column become people',
      `${all}Acme,,,"Ann; bo"`,
      { kind: 'accounts' },
      {},
      { assignees: ['p1', 'p2'] },
    ],
    [
      'people who are assigned already stay',
      `${all}Acme,,,`,
      { kind: 'accounts' },
      { name: 'Acme', assignees: ['p1'] },
      { assignees: ['p1'] },
    ],
    [
      'a folder for a new record',
      `${all}Acme,,,`,
      { ...column, settings: { folder: 'Tax years', assignees: [] } },
      {},
      { folder: 'Tax years' },
    ],
    [
      'no folder for one that is stored',
      `${all}Acme,Person,,`,
      { ...column, settings: { folder: 'Tax years', assignees: [] } },
      { name: 'Acme' },
      { type: 'Person', folder: null },
    ],
  ];

  test.each(cases)('%s', async (...[, csv, draft, stored, expected]) => {
    const before: Record<string, RecordValues> =
      Object.keys(stored).length === 0 ? {} : { a1: stored };
    const { records, rows } = await imported(csv, draft, before);
    expect(rows.map(({ planned }) => planned.issues)).toEqual([[]]);
    const [record = {}] = records('account');
    const found = Object.keys(expected).map((key): [string, Value] => [key, record[key] ?? null]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test('a name that nobody has is told by itself', async () => {
    const { rows } = await imported(`${all}Acme,,,Ann; Eve; Zoe`, { kind: 'accounts' });
    const issues = rows[0]?.planned.issues ?? [];
    expect(issues.map(({ code, params }) => [code, params['value']])).toEqual([
      ['reference-unknown', 'Eve'],
      ['reference-unknown', 'Zoe'],
    ]);
  });

  test('a cell can not pass for an id', async () => {
    const { rows } = await imported(`${all}Acme,,,\uFDD0p1`, { kind: 'accounts' });
    expect(rows[0]?.planned.issues[0]?.code).toBe('reference-unknown');
  });
});

describe('the adapter is told', () => {
  test('answers that are checked and complete, who imports, and the kind', async () => {
    const csv = 'Account name,E-mail\nAcme,a@acme.example\n';
    const { contexts } = await imported(csv, { settings: { invite: true } });
    const { settings, user, kind } = contexts[0] ?? {};
    expect({ settings, user, kind }).toEqual({
      settings: { tags: [], assignees: ['p2'], folder: null, invite: true },
      user: 'p2',
      kind: 'both',
    });
  });

  test('nothing on of what is not asked', async () => {
    const { contexts } = await imported('Account name\nAcme\n', {
      kind: 'accounts',
      settings: { invite: true },
    });
    expect(contexts[0]?.settings['invite']).toBe(false);
  });
});

describe('a kind', () => {
  const csv = 'Account name,E-mail\nAcme,a@acme.example\n,b@acme.example\n';

  test.each<[string, readonly string[], number, number]>([
    ['both', ['create', 'create'], 1, 2],
    ['accounts', ['create', 'skip'], 1, 0],
    ['contacts', ['create', 'create'], 0, 2],
  ])('%s: only its entities are written', async (kind, statuses, accounts, contacts) => {
    const { rows, records } = await imported(csv, { kind });
    expect(rows.map(({ planned }) => planned.status)).toEqual(statuses);
    expect([records('account').length, records('contact').length]).toEqual([accounts, contacts]);
  });

  test('decides the template', async () => {
    const session = createSession({ schema: practice, adapter: memoryAdapter(practice) });
    const headers = async (kind: string): Promise<string> =>
      ((await (await session.template('csv', kind)).text()).split('\n')[0] ?? '').trim();
    expect(await headers('contacts')).toContain('E-mail');
    expect(await headers('contacts')).not.toContain('Account');
    expect(await headers('accounts')).not.toContain('E-mail');
  });
});

describe('a recipe is refused that', () => {
  test.each<[string, unknown, RegExp]>([
    ['has a kind that is not there', { kind: 'homes' }, /kind "homes".*both, accounts, contacts/],
    ['answers what is not asked', { settings: { color: 'red' } }, /setting "color".*it has tags, /],
    ['answers by no option', { settings: { folder: 'Mine' } }, /"folder".*no-option/],
    ['answers by another type', { settings: { invite: 'yes' } }, /"invite".*wrong-type/],
    ['sets a policy that is not allowed', { policy: { mode: 'update' } }, /policy mode.*"create"/],
    [
      'fills what another kind has',
      { kind: 'contacts', columns: [{ column: 0, target: 'account.name' }] },
      /account\.name/,
    ],
    [
      'misspells a member',
      { defaults: [{ entity: 'a', field: 'b', value: 'c', fix: true }] },
      /fix/,
    ],
    ['fixes by a text', { defaults: [{ entity: 'a', field: 'b', value: 'c', fixed: 1 }] }, /fixed/],
  ])('%s', async (_name, json, message) => {
    await expect((async () => imported('Account name\nAcme', parseRecipe(json)))()).rejects.toThrow(
      message,
    );
  });
});

describe('what the adapter offers at run time', () => {
  const schema = defineSchema({
    id: 'homes',
    entities: {
      customer: { label: 'Customer', fields: { name: { type: 'text', label: 'Name' } } },
    },
    settings: { project: { type: 'context', label: 'Project', options: [] } },
  });

  test('is in the schema, for this person', async () => {
    const adapter: Pick<PersistenceAdapter, 'settings'> = {
      settings: ({ user }) => Promise.resolve({ project: { options: [`Home of ${user}`] } }),
    };
    const extended: Schema = await extendSchema(schema, adapter, undefined, 'eva');
    expect(extended.settings?.['project']).toMatchObject({ options: ['Home of eva'] });
  });

  test('must be for a setting that is there', async () => {
    const adapter: Pick<PersistenceAdapter, 'settings'> = {
      settings: () => Promise.resolve({ projekt: { options: [] } }),
    };
    await expect(extendSchema(schema, adapter)).rejects.toThrow(/projekt.*use one of: project/);
  });
});
