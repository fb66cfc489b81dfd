import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { run, testFolder, type Ran } from './runCli.fixture.ts';

const { file, path } = testFolder();

const SCHEMA = {
  id: 'practice',
  entities: {
    account: {
      label: 'Account',
      identify: [['name']],
      fields: {
        name: { type: 'text', label: 'Account name', required: true },
        tags: { type: 'choice', label: 'Tags', options: [], open: true, multiple: true },
        owner: { type: 'text', label: 'Owner' },
        since: { type: 'date', label: 'Since' },
        rate: { type: 'number', label: 'Rate' },
        vip: { type: 'boolean', label: 'VIP' },
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
    accounts: { label: 'Accounts', entities: ['account'] },
  },
  settings: {
    office: { type: 'context', label: 'Office', options: ['north', 'south'] },
    tags: { type: 'tags', label: 'Tags', appliesTo: { entity: 'account', field: 'tags' } },
    owner: {
      type: 'people',
      label: 'Owner',
      options: ['eva'],
      default: '$importer',
      appliesTo: { entity: 'account', field: 'owner' },
    },
    rate: { type: 'number', label: 'Rate', appliesTo: { entity: 'account', field: 'rate' } },
    vip: { type: 'switch', label: 'VIP', appliesTo: { entity: 'account', field: 'vip' } },
  },
};

const CUSTOMERS = 'Account name,E-mail\nAcme,a@acme.example\n';

interface Imported extends Ran {
  readonly records: readonly Record<string, unknown>[];
}

async function importWith(...decisions: readonly string[]): Promise<Imported> {
  const schema = await file('schema.json', JSON.stringify(SCHEMA));
  const customers = await file('customers.csv', CUSTOMERS);
  const to = path(`${crypto.randomUUID()}.ndjson`);
  const ran = await run('run', customers, '--schema', schema, '--to', `ndjson:${to}`, ...decisions);
  const lines = (await readFile(to, 'utf8').catch(() => '')).split('\n').filter(Boolean);
  return { ...ran, records: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('settings on the command line', () => {
  test('are read as their types, and reach the records', async () => {
    const said = ['office=north', 'tags=new', 'tags=from fair', 'rate=12.5', 'vip=on'];
    const set = said.flatMap((pair) => ['--set', pair]);
    const { code, stderr, records } = await importWith('--user', 'omar', ...set);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.stringify(records)).toContain('"tags":["new","from fair"]');
    expect(JSON.stringify(records)).toContain('"owner":"omar"');
    expect(JSON.stringify(records)).toContain('"rate":12.5,"vip":true');
    expect(JSON.stringify(records)).toContain('a@acme.example');
  });

  test('--kind leaves the others out', async () => {
    const { code, records } = await importWith('--kind', 'accounts', '--set', 'office=south');
    expect(code).toBe(0);
    expect(JSON.stringify(records)).toContain('Acme');
    expect(JSON.stringify(records)).not.toContain('a@acme.example');
  });

  test.each<[string, readonly string[], RegExp]>([
    ['a project must be chosen', [], /--set office=…/],
    ['one that is not there', ['--set', 'office=west'], /"office".*no-option.*west/],
    ['a setting that is not there', ['--set', 'color=red'], /"color".*office, tags, owner/],
    ['no pair', ['--set', 'office'], /key=value/],
    ['no number', ['--set', 'rate=much'], /"rate" is a number/],
    ['no switch', ['--set', 'vip=maybe'], /"vip" is on or off/],
    ['two for one', ['--set', 'rate=1', '--set', 'rate=2'], /"rate" takes one/],
    ['no kind', ['--set', 'office=south', '--kind', 'homes'], /"homes".*both, accounts/],
  ])('%s: refused with the remedy', async (_name, decisions, message) => {
    const { code, stderr } = await importWith(...decisions);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
