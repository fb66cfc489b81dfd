import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseSchema } from '@importera/engine';
import { describe, expect, test } from 'vitest';
import { checkRecipe } from '../../server/src/http/checkRecipe.ts';
import { run, testFolder } from './runCli.fixture.ts';

const { file, path: place } = testFolder();
/** `a.csv` in an archive. */
const ZIP =
  'UEsDBBQAAAAAAAAAIVgAJMGJBAAAAAQAAAAFAAAAYS5jc3ZhCjEKUEsBAhQDFAAAAAAAAAAhWAAkwYkEAAAABAAAAAUAAAAAAAAAAAAAAIABAAAAAGEuY3N2UEsFBgAAAAABAAEAMwAAACcAAAAAAA==';
const COMMANDS = ['read', 'map', 'check', 'run', 'template', 'serve', 'worker'];

const SCHEMA = {
  id: 'crm',
  entities: {
    company: {
      label: 'Company',
      identify: [['name']],
      fields: {
        name: { type: 'text', label: 'Company name', required: true },
        city: { type: 'text', label: 'City' },
      },
    },
    contact: {
      label: 'Contact',
      parent: 'company',
      identify: [['email']],
      fields: { email: { type: 'email', label: 'E-mail', aliases: ['E-post'], required: true } },
    },
  },
};

const CUSTOMERS =
  'Kunder 2024\n\nFöretag;Ort;E-post\nAcme;Malmö;anna@acme.se\nAcme;Malmö;bo@acme.se\nBeta;Lund;cia@@\n';

describe('read', () => {
  test('tells what is in the file, every cell as text', async () => {
    const { code, json } = await run('read', await file('kunder.csv', CUSTOMERS), '--json');
    expect(code).toBe(0);
    expect(json).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ';',
      sheets: [{ rows: 6 }],
      headerRow: 3,
      columns: ['Företag', 'Ort', 'E-post'],
      rowCount: 3,
      rows: [
        ['Acme', 'Malmö', 'anna@acme.se'],
        ['Acme', 'Malmö', 'bo@acme.se'],
        ['Beta', 'Lund', 'cia@@'],
      ],
    });
  });

  test('counts the rows that check counts, and the blank ones beside them', async () => {
    const path = await file('blank.csv', 'Företag;Ort\nAcme;Malmö\n\n ; \nBeta;Lund\n');
    const { json } = await run('read', path, '--json');
    expect(json).toMatchObject({ rowCount: 4, blankRows: 2 });
    expect((await run('read', path)).stdout).toContain('\n2 rows (and 2 blank) × 2 columns: ');
    const by = await schema();
    expect((await run('check', path, '--schema', by, '--json')).json['rows']).toBe(2);
  });

  test('takes the header row, rows to skip, a limit and a delimiter', async () => {
    const path = await file('a.txt', 'a;b,c\n1;2,3\n4;5,6\n');
    expect(
      (await run('read', path, '--json', '--header', 'none', '--delimiter', ',')).json,
    ).toMatchObject({
      headerRow: null,
      columns: [],
      rows: [
        ['a;b', 'c'],
        ['1;2', '3'],
        ['4;5', '6'],
      ],
    });
    expect(
      (await run('read', path, '--json', '--header', '2', '--delimiter', ';')).json,
    ).toMatchObject({
      headerRow: 2,
      columns: ['1', '2,3'],
      rows: [['4', '5,6']],
    });
    expect(
      (await run('read', path, '--json', '--delimiter', ';', '--header', '1', '--limit', '1')).json,
    ).toMatchObject({
      rowCount: 2,
      rows: [['1', '2,3']],
    });
    expect(
      (await run('read', path, '--json', '--delimiter', ';', '--skip', '1', '--header', 'none'))
        .json,
    ).toMatchObject({
      rows: [
        ['1', '2,3'],
        ['4', '5,6'],
      ],
    });
  });

  test('prints the decoded text and nothing else', async () => {
    const latin = Buffer.from('namn;ort\nÅsa Öberg;Malmö\n', 'latin1');
    const { stdout } = await run(
      'read',
      await file('latin.csv', latin),
      '--text',
      '--encoding',
      'windows-1252',
    );
    expect(stdout).toBe('namn;ort\nÅsa Öberg;Malmö\n');
  });
});

describe('map', () => {
  test('says which column is which field, and why', async () => {
    const { code, json } = await run(
      'map',
      await file('kunder.csv', CUSTOMERS),
      '--schema',
      await schema(),
      '--json',
    );
    expect(code).toBe(0);
    expect(json['columns']).toMatchObject([
      { index: 0, header: 'Företag', entity: 'company', field: 'name' },
      { index: 1, header: 'Ort', entity: 'company', field: 'city' },
      { index: 2, header: 'E-post', entity: 'contact', field: 'email', reason: 'alias' },
    ]);
  });

  test('makes a whole recipe of one that was written by hand', async () => {
    const examples = resolve(import.meta.dirname, '../../../docs/examples');
    const example = (name: string): string => join(examples, name);
    const [customers, by] = [example('customers.csv'), example('crm.schema.json')] as const;
    const whole = place('whole.json');
    const given = ['--schema', by, '--recipe', example('crm.recipe.json')] as const;
    const made = await run('map', customers, ...given, '-o', whole);
    expect(made).toMatchObject({ code: 0, stdout: `Wrote the recipe to ${whole}\n` });
    const recipe: unknown = JSON.parse(await readFile(whole, 'utf8'));
    const crm = parseSchema(JSON.parse(await readFile(by, 'utf8')));
    // As the server takes it: nothing is left to be filled in.
    expect(checkRecipe(recipe, crm)).toEqual(recipe);
    expect(recipe).toMatchObject({
      columns: [
        { header: 'Kundnr', target: { field: 'customerNumber' }, match: true },
        { header: 'Företag', target: { field: 'name' } },
        {
          header: 'Status',
          values: [
            ['Kund', 'customer'],
            ['Intressent', 'prospect'],
          ],
        },
        { header: 'E-post', target: { entity: 'contact', field: 'email' } },
        { header: 'Intern kod', target: { kind: 'ignore' } },
      ],
      policy: { mode: 'create-and-update', ambiguous: 'skip' },
    });
    const counts = async (path: string) =>
      (await run('check', customers, '--schema', by, '--recipe', path, '--json')).json;
    expect(await counts(whole)).toEqual(await counts(example('crm.recipe.json')));
  });

  test('a column that is no field has none', async () => {
    const path = await file('x.csv', 'E-post,Skonummer\na@b.se,42\n');
    const { json } = await run('map', path, '--schema', await schema(), '--json');
    expect(json['columns']).toMatchObject([{ field: 'email' }, { entity: null, field: null }]);
  });
});

describe('check', () => {
  test('counts what is wrong and ends with 1', async () => {
    const { code, json } = await run(
      'check',
      await file('kunder.csv', CUSTOMERS),
      '--schema',
      await schema(),
      '--json',
    );
    expect(code).toBe(1);
    expect(json).toEqual({
      rows: 3,
      valid: 2,
      invalid: 1,
      issues: [{ code: 'email-invalid', field: 'email', count: 1, firstRows: [6] }],
    });
  });

  test('a file with headings only says that there are no rows', async () => {
    const path = await file('header.csv', 'Företag,E-post\n');
    const { json } = await run('check', path, '--schema', await schema(), '--json');
    expect(json).toMatchObject({ rows: 0, invalid: 0, issues: [{ code: 'no-data-rows' }] });
  });

  test('ends with 0 when every row is valid, and takes a recipe', async () => {
    const recipe = await file(
      'recipe.json',
      JSON.stringify({ edits: [{ row: 6, column: 2, value: 'cia@beta.se' }] }),
    );
    const result = await run(
      'check',
      await file('k.csv', CUSTOMERS),
      '--schema',
      await schema(),
      '--recipe',
      recipe,
      '--json',
    );
    expect(result).toMatchObject({ code: 0, json: { invalid: 0, issues: [] } });
  });
});

describe('run', () => {
  test('writes into a file of JSON lines, and the same file again changes nothing', async () => {
    const target = `ndjson:${place('records.ndjson')}`;
    const args = [
      await file('kunder.csv', CUSTOMERS),
      '--schema',
      await schema(),
      '--to',
      target,
      '--json',
    ] as const;
    const first = await run('run', ...args);
    expect(first).toMatchObject({
      code: 1,
      json: {
        rows: 3,
        created: { company: 1, contact: 2 },
        updated: NONE,
        unchanged: NONE,
        skipped: 0,
        rejected: 1,
      },
    });
    const stored = await readFile(place('records.ndjson'), 'utf8');
    expect(
      stored
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toHaveLength(3);
    const again = await run('run', ...args);
    expect(again.json).toMatchObject({
      created: NONE,
      updated: NONE,
      unchanged: { company: 1, contact: 2 },
    });
    expect(await readFile(place('records.ndjson'), 'utf8')).toBe(stored);
  });

  test.each(['csv', 'xlsx'])(
    'writes the rejected rows to a .%s that imports again',
    async (ending) => {
      const errors = place(`errors.${ending}`);
      const common = ['--schema', await schema(), '--to', 'memory:', '--json'] as const;
      await run('run', await file('kunder.csv', CUSTOMERS), ...common, '--errors', errors);
      const { json } = await run('read', errors, '--json');
      expect(json['columns']).toEqual([
        'Företag',
        'Ort',
        'E-post',
        'Importera: row',
        'Importera: problem',
      ]);
      expect(json['rows']).toEqual([
        ['Beta', 'Lund', 'cia@@', '6', expect.stringContaining('cia@@')],
      ]);
      const recipe = await file(
        'fix.json',
        JSON.stringify({ edits: [{ row: 2, column: 2, value: 'cia@beta.se' }] }),
      );
      const again = await run('run', errors, ...common, '--recipe', recipe);
      expect(again).toMatchObject({
        code: 0,
        json: { created: { company: 1, contact: 1 }, rejected: 0 },
      });
    },
  );

  test.each([
    ['sv', 'är ingen e-postadress'],
    ['sv-SE', 'är ingen e-postadress'],
    ['nb', 'is not an e-mail address'],
  ])('says in %s why rows were rejected', async (language, reason) => {
    const errors = place(`${language}.csv`);
    const into = ['--schema', await schema(), '--to', 'memory:', '--errors', errors] as const;
    await run('run', await file('kunder.csv', CUSTOMERS), ...into, '--language', language);
    expect(await readFile(errors, 'utf8')).toContain(reason);
  });

  test('writes into an embedded Postgres', { timeout: 60_000 }, async () => {
    const args = [
      await file('kunder.csv', CUSTOMERS),
      '--schema',
      await schema(),
      '--to',
      `pglite:${place('db')}`,
      '--json',
    ] as const;
    expect((await run('run', ...args)).json).toMatchObject({ created: { company: 1, contact: 2 } });
    expect((await run('run', ...args)).json).toMatchObject({
      created: NONE,
      unchanged: { contact: 2 },
    });
  });
});

const NONE = { company: 0, contact: 0 };

describe('what is there already stays', () => {
  test('lines of other entities, and members the schema does not know, are written back as they were', async () => {
    const other = { entity: 'deal', id: '9', values: { sum: 5 } };
    const acme = { entity: 'company', id: '1', values: { name: 'Acme', vip: true }, tenant: 'x' };
    const records = await file(
      'n.ndjson',
      [other, acme].map((line) => JSON.stringify(line)).join('\n'),
    );
    await run(
      'run',
      await file('k.csv', CUSTOMERS),
      '--schema',
      await schema(),
      '--to',
      `ndjson:${records}`,
    );
    const lines = (await readFile(records, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(0, 2)).toEqual([
      other,
      { ...acme, values: { ...acme.values, city: 'Malmö' } },
    ]);
    expect(lines).toHaveLength(4);
  });

  test('a line that is no record is named, and nothing is imported', async () => {
    const records = await file('bad.ndjson', '{"entity":"company","id":"1","values":null}\n');
    const { code, stderr } = await run(
      'run',
      await file('k.csv', CUSTOMERS),
      '--schema',
      await schema(),
      '--to',
      `ndjson:${records}`,
    );
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('line 1') });
  });

  test('the error file never takes the place of the file itself', async () => {
    const path = await file('same.csv', CUSTOMERS);
    const { code } = await run(
      'run',
      path,
      '--schema',
      await schema(),
      '--to',
      'memory:',
      '--errors',
      path,
    );
    expect(code).toBe(2);
    expect(await readFile(path, 'utf8')).toBe(CUSTOMERS);
  });

  test('an error file that can not be written is told before anything is imported', async () => {
    const records = place('untouched.ndjson');
    const { code } = await run(
      'run',
      await file('k.csv', CUSTOMERS),
      '--schema',
      await schema(),
      '--to',
      `ndjson:${records}`,
      '--errors',
      place('nowhere/e.csv'),
    );
    expect({ code, exists: existsSync(records) }).toEqual({ code: 2, exists: false });
  });
});

describe('in words', () => {
  test.each([
    {
      rows: ['Acme;Malmö;a@acme.se'],
      policy: {},
      says: /^1 row in .*: 1 taken, 0 skipped, 0 rejected$/mu,
      wrote: 0,
    },
    {
      rows: ['Acme;Malmö;a@acme.se', 'Beta;Lund;b@@'],
      policy: {},
      says: /^2 rows .*: 1 taken, 0 skipped, 1 rejected$/mu,
      wrote: 1,
    },
    {
      rows: ['Acme;Malmö;a@acme.se', 'Beta;Lund;b@@'],
      policy: { allOrNothing: true },
      says: /^2 rows .*: 0 taken, 0 skipped, 1 rejected, 1 held back$/mu,
      wrote: 2,
    },
  ])('the rows of a run add up, and what was written is named: $says', async (example) => {
    const path = await file('words.csv', ['Företag;Ort;E-post', ...example.rows, ''].join('\n'));
    const recipe = await file('words.json', JSON.stringify({ policy: example.policy }));
    const errors = place('words-errors.csv');
    const common = [path, '--schema', await schema(), '--recipe', recipe] as const;
    const { stdout } = await run('run', ...common, '--to', 'memory:', '--errors', errors);
    expect(stdout).toMatch(example.says);
    const { json } = await run('read', errors, '--header', '1', '--json');
    expect(json['rowCount']).toBe(example.wrote);
    expect(stdout).toContain(
      `Wrote ${example.wrote} ${example.wrote === 1 ? 'row' : 'rows'} to ${errors}\n`,
    );
  });

  test('check names the rows', async () => {
    const path = await file('named.csv', 'Företag;Ort;E-post\nBeta;Lund;b@@\n');
    const { stdout } = await run('check', path, '--schema', await schema());
    expect(stdout).toBe(
      '1 row: 0 valid, 1 invalid\n  1 × E-mail: “b@@” is not an e-mail address. Write it as name@example.com. (row 2)\n',
    );
  });

  test('check says what is wrong once for all values, in the language asked for', async () => {
    const rows = ['Beta;Lund;b@@', 'Beta;Lund;c@@', 'Gamma;Lund;b@@', ';Lund;d@beta.se'];
    const path = await file('many.csv', ['Företag;Ort;E-post', ...rows, ''].join('\n'));
    const { stdout } = await run('check', path, '--schema', await schema(), '--language', 'sv');
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      '4 rows: 0 valid, 4 invalid',
      expect.stringMatching(
        /^ {2}3 × E-mail: ”b@@” är ingen e-postadress\. .* \(rows 2, 3, 4; 1 other value\)$/u,
      ),
    ]);
    expect(stdout).not.toMatch(/[a-z]-(invalid|unknown)|required/);
  });

  test.each([
    ['en', 'Row 1: The row has 1 cells where the header has 3.'],
    ['sv', 'Row 1: Raden har 1 '],
  ])('read says in %s what is doubtful', async (language, says) => {
    const path = await file('kunder.csv', CUSTOMERS);
    const { stdout } = await run('read', path, '--language', language);
    expect(stdout).toContain(says);
    expect(stdout).not.toContain('too-few-cells');
  });

  test('template says which file it made', async () => {
    const path = place('named.csv');
    const { stdout } = await run('template', '--schema', await schema(), '-o', path);
    expect(stdout).toBe(`Wrote the template to ${path}\n`);
  });
});

describe('template', () => {
  test.each(['csv', 'xlsx', 'xls'])(
    'makes a .%s whose columns map by themselves',
    async (ending) => {
      const path = place(`template.${ending}`);
      expect((await run('template', '--schema', await schema(), '-o', path)).code).toBe(0);
      const { json } = await run('map', path, '--schema', await schema(), '--json');
      expect(
        json['columns'].map(({ entity, field }: Record<string, string>) => `${entity}.${field}`),
      ).toEqual(['company.name', 'company.city', 'contact.email']);
    },
  );
});

describe('a failure is one clear line on stderr and exit code 2', () => {
  test.each<readonly [string, () => Promise<readonly string[]> | readonly string[], RegExp]>([
    ['no such command', () => ['explode'], /no command "explode"/],
    ['no file', () => ['read', '--json'], /Name the file/],
    ['a file that is not there', () => ['read', 'nowhere.csv'], /no such file/],
    ['a folder', () => ['read', place('')], /is a folder/],
    [
      'an unknown option',
      async () => ['read', await file('e.csv', 'a\n1\n'), '--frobnicate'],
      /frobnicate/,
    ],
    [
      'a bad header row',
      async () => ['read', await file('e.csv', 'a\n1\n'), '--header', 'first'],
      /--header takes/,
    ],
    ['an empty file', async () => ['read', await file('empty.csv', ''), '--json'], /empty/],
    ['no schema', async () => ['map', await file('e.csv', 'a\n1\n')], /--schema/],
    [
      'a schema that is no JSON',
      async () => ['map', await file('e.csv', 'a\n1\n'), '--schema', await file('s.json', '{')],
      /not valid JSON/,
    ],
    [
      'a schema with a mistake',
      async () => [
        'map',
        await file('e.csv', 'a\n1\n'),
        '--schema',
        await file(
          's2.json',
          '{"id":"x","entities":{"a":{"label":"A","fields":{"f":{"type":"colour","label":"F"}}}}}',
        ),
      ],
      /entities\.a\.fields\.f/,
    ],
    [
      'a recipe for another file',
      async () => [
        'check',
        await file('e.csv', 'a\n1\n'),
        '--schema',
        await schema(),
        '--recipe',
        await file('r.json', '{"columns":[{"header":"b","target":"ignore"}]}'),
      ],
      /does not have/,
    ],
    [
      'a sheet of a text file',
      async () => ['read', await file('e.csv', 'a\n1\n'), '--sheet', 'Blad1'],
      /--sheet "Blad1": ".*e\.csv" is a text file, which has no sheets\. Leave --sheet out\./,
    ],
    [
      'a sheet of a text file that is imported',
      async () => [
        'run',
        await file('e.csv', 'a\n1\n'),
        '--schema',
        await schema(),
        '--to',
        'memory:',
        '--sheet',
        'Blad1',
      ],
      /no sheets/,
    ],
    [
      'a ZIP archive',
      async () => ['read', await file('many.zip', Buffer.from(ZIP, 'base64'))],
      /ZIP archive, not a workbook\. Unpack it/,
    ],
    [
      'an unknown sheet',
      async () => ['read', await templateFile(), '--sheet', 'Blad7', '--json'],
      /Blad7/,
    ],
    [
      'an unknown encoding',
      async () => ['read', await file('e.csv', 'a\n1\n'), '--encoding', 'klingon', '--json'],
      /klingon/,
    ],
    [
      'no target',
      async () => ['run', await file('e.csv', 'a\n1\n'), '--schema', await schema()],
      /--to/,
    ],
    [
      'a target that is none',
      async () => [
        'run',
        await file('e.csv', 'a\n1\n'),
        '--schema',
        await schema(),
        '--to',
        'mysql://x',
      ],
      /mysql/,
    ],
    [
      'a Postgres that is not there',
      async () => [
        'run',
        await file('e.csv', 'a\n1\n'),
        '--schema',
        await schema(),
        '--to',
        'postgres://localhost:1/x',
      ],
      /Postgres/,
    ],
    [
      'a template of another kind',
      async () => ['template', '--schema', await schema(), '-o', place('x.pdf')],
      /x\.pdf/,
    ],
  ])('%s', async (_name, args, message) => {
    const { code, stdout, stderr } = await run(...(await args()));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('help is no failure', async () => {
    expect(await run('help')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('importera run FILE'),
    });
  });

  test('help has all commands before all options', async () => {
    const { stdout } = await run('help');
    const places = COMMANDS.map((name) => stdout.indexOf(`\n  importera ${name} `));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(stdout.indexOf('options, for')).toBeGreaterThan(places.at(-1) ?? Infinity);
    expect(await run('--help')).toMatchObject({ code: 0, stdout });
  });

  test.each(COMMANDS)('%s --help tells of it alone', async (name) => {
    const { code, stdout, stderr } = await run(name, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^  importera ${name} `));
    for (const other of COMMANDS.filter((one) => one !== name))
      expect(stdout).not.toContain(`  importera ${other} `);
    expect(stdout.includes('--sheet NAME')).toBe(['read', 'map', 'check', 'run'].includes(name));
    expect(await run(name, 'a.csv', '-h')).toMatchObject({ code: 0, stdout });
    expect(await run('help', name)).toMatchObject({ code: 0, stdout });
  });
});

const data = resolve(import.meta.dirname, '../../../../shared/data');

describe.skipIf(!existsSync(data))('real files (skipped where ../shared/data is absent)', () => {
  test.each([
    'excel/calamine__issue446.xlsx',
    'excel/xlrd__profiles.xls',
    'csv/frictionless__table.tsv',
  ])('%s reads in the shape promised', async (path) => {
    const { code, json } = await run('read', join(data, path), '--json');
    expect(code).toBe(0);
    expect(Object.keys(json)).toEqual([
      'format',
      'encoding',
      'encodingConfidence',
      'delimiter',
      'sheets',
      'sheet',
      'headerRow',
      'columns',
      'rowCount',
      'blankRows',
      'rows',
      'issues',
    ]);
    expect(json['rows'].flat().every((cell: unknown) => typeof cell === 'string')).toBe(true);
  });

  test('a workbook that is locked says so', async () => {
    const { code, stderr } = await run('read', join(data, 'excel/poi__password.xls'), '--json');
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(/password/i) });
  });
});

function schema(): Promise<string> {
  return file('schema.json', JSON.stringify(SCHEMA));
}

async function templateFile(): Promise<string> {
  const path = place('sheets.xlsx');
  await run('template', '--schema', await schema(), '-o', path);
  return path;
}
