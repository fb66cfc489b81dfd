import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from './runCli.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'importera-settings-'))));
afterAll(() => rm(folder, { recursive: true }));

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

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly records: readonly Record<string, unknown>[];
}

async function run(...decisions: readonly string[]): Promise<Ran> {
  const schema = join(folder, 'schema.json');
  const file = join(folder, 'customers.csv');
  const to = join(folder, `${crypto.randomUUID()}.ndjson`);
  await writeFile(schema, JSON.stringify(SCHEMA));
  await writeFile(file, CUSTOMERS);
  const out: string[] = [];
  const err: string[] = [];
  const into = (texts: string[]): Writable =>
    new Writable({ write: (chunk, _encoding, done) => (texts.push(String(chunk)), done()) });
  const code = await runCli(
    ['run', file, '--schema', schema, '--to', `ndjson:${to}`, ...decisions],
    {
      stdout: into(out),
      stderr: into(err),
    },
  );
  const text = await readFile(to, 'utf8').catch(() => '');
  const lines = text.split('\n').filter(Boolean);
  return {
    code,
    out: out.join(''),
    err: err.join(''),
    records: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe('settings on the command line', () => {
  test('are read as their types, and reach the records', async () => {
    const said = ['office=north', 'tags=new', 'tags=from fair', 'rate=12.5', 'vip=on'];
    const set = said.flatMap((pair) => ['--set', pair]);
    const { code, err, records } = await run('--user', 'omar', ...set);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.stringify(records)).toContain('"tags":["new","from fair"]');
    expect(JSON.stringify(records)).toContain('"owner":"omar"');
    expect(JSON.stringify(records)).toContain('"rate":12.5,"vip":true');
    expect(JSON.stringify(records)).toContain('a@acme.example');
  });

  test('--kind leaves the others out', async () => {
    const { code, records } = await run('--kind', 'accounts', '--set', 'office=south');
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
    const { code, err } = await run(...decisions);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
