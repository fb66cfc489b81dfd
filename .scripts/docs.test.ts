import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { transform } from 'esbuild';
import { createElement } from 'react';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { root } from './workspace.ts';

// What the documents show is run. A fence says how it is meant, after its language:
//   ```ts run               is run; several of one page in their order, the later ones see the names of the earlier
//   ```json file=PATH       is a file of docs/examples, letter by letter
//   ```sh run               is a command line of the CLI, run in a copy of docs/examples
//   ```json output          is what the command before it prints (JSON: the import's id and its time may differ)

interface Fence {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly meant: string;
  readonly code: string;
}

const pages = [
  'README.md',
  'packages/engine/README.md',
  'packages/cli/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const fences = pages.flatMap(fencesOf);
const named = (fence: Fence): readonly [string, Fence] => [`${fence.page}:${fence.line}`, fence];
const files = fences.filter(({ meant }) => meant.startsWith('file='));
const commands = fences.filter(({ language, meant }) => language === 'sh' && meant === 'run');
const code = fences.filter(({ language, meant }) => language !== 'sh' && meant === 'run');

test('pages say what is run', () => {
  const counts = (list: readonly Fence[], page: string): number =>
    list.filter((fence) => fence.page === page).length;
  expect(counts(code, 'README.md')).toBe(1);
  expect(counts(code, 'docs/schema.md')).toBeGreaterThan(2);
  expect(counts(code, 'docs/headless.md')).toBe(2);
  expect(counts(files, 'docs/cli.md')).toBe(3);
  expect(counts(commands, 'docs/cli.md')).toBe(4);
  expect(counts(code, 'packages/engine/README.md')).toBe(1);
  expect(counts(commands, 'packages/cli/README.md')).toBe(2);
  expect(counts(code, 'docs/validation.md')).toBe(1);
  expect(counts(code, 'docs/languages.md')).toBe(1);
});

/** Pages whose examples import the file: one company with its contact. */
const importing = new Set(['docs/headless.md', 'packages/engine/README.md']);

describe('code', () => {
  const names = new Map<string, Record<string, unknown>>();
  beforeAll(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));
  afterAll(() => vi.restoreAllMocks());

  test.each(code.map(named))('%s runs', async (_name, fence) => {
    const schema = fences.find(({ page, meant }) => page === 'docs/schema.md' && meant === 'run');
    const known = names.get(fence.page) ?? {
      ...(fence !== schema && schema && (await runCode(schema, {}))),
      // A page's own upload.
      file: new File(['Company name,E-mail\nAcme,anna@acme.example\n'], 'customers.csv'),
      createElement,
    };
    const made = await runCode(fence, known);
    names.set(fence.page, { ...known, ...made });
    if (importing.has(fence.page)) {
      const { created, rejected } = (made['report'] ?? madeBy(made['importer'])) as Report;
      expect({ created, rejected }).toEqual({ created: { company: 1, contact: 1 }, rejected: 0 });
    } else {
      const { parseSchema } = await importPackage('@importera/engine');
      const schemas = Object.values(made).filter(isSchema);
      expect(schemas).not.toEqual([]);
      for (const schema of schemas) {
        // Checks are functions: they are no part of a schema as JSON.
        const json: unknown = JSON.parse(
          JSON.stringify(schema, (key, value: unknown) => (key === 'check' ? undefined : value)),
        );
        const parsed = (parseSchema as (json: unknown) => object)(json);
        expect(parsed).toMatchObject({ id: schema.id });
      }
    }
  });
});

test('the checks that docs/validation.md shows find what is wrong', async () => {
  const fence = code.find(({ page }) => page === 'docs/validation.md');
  if (fence === undefined) throw new Error('docs/validation.md shows no checks.');
  const { createImporter, memoryAdapter } = (await importPackage(
    '@importera/engine',
  )) as unknown as Engine;
  const { projects: schema } = await runCode(fence, {});
  const importer = createImporter({ schema, adapter: memoryAdapter(schema) });
  const rows =
    'P0007,https://a.example,8,2024-03-01,2024-02-01\nX1,ftp://a.example,1.5,1999-01-31,\n';
  await importer.actions.openFile(`Code,Site,Hours,Begins,Ends\n${rows}`, 'projects.csv');
  await importer.actions.goTo('review');
  const found = importer.getState().plan?.summary?.issues ?? [];
  expect(found.map(({ code, severity, field }) => `${severity} ${code} ${field}`).sort()).toEqual([
    'error check-refused ends',
    'error check-refused site',
    'error not-integer hours',
    'error pattern-mismatch code',
    'error too-early begins',
    'warning closed code',
  ]);
});

interface Engine {
  memoryAdapter(schema: unknown): unknown;
  createImporter(options: { readonly schema: unknown; readonly adapter: unknown }): {
    readonly actions: {
      openFile(text: string, name: string): Promise<void>;
      goTo(step: string): Promise<void>;
    };
    getState(): { readonly plan?: { readonly summary?: { readonly issues: readonly Found[] } } };
  };
}
type Found = Readonly<Record<'code' | 'severity' | 'field', string>>;

function isSchema(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'entities' in value && 'id' in value;
}

describe('the command line', () => {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'importera-docs-'));
  beforeAll(() => {
    cpSync(join(root, 'docs/examples'), folder, { recursive: true });
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  test.each(files.map(named))('%s is the file', (_name, { meant, code: shown }) => {
    const path = join(root, 'docs', meant.slice('file='.length));
    expect(shown).toBe(readFileSync(path, 'utf8'));
  });

  test.each(commands.map(named))('%s prints what the page says', async (_name, command) => {
    const next = fences[fences.indexOf(command) + 1];
    if (next?.meant !== 'output') throw new Error('Show the output after the command.');
    const [program, ...argv] = command.code.trim().split(/\s+/u);
    expect(program).toBe('importera');
    const printed = await runCommand(argv);
    if (next.language === 'json') {
      expect(withoutChance(printed)).toEqual(withoutChance(next.code));
    } else {
      expect(printed.replace(/[\d.]+ s\b/u, '… s')).toBe(next.code.replace(/[\d.]+ s\b/u, '… s'));
    }
  });
});

function fencesOf(page: string): readonly Fence[] {
  const text = readFileSync(join(root, page), 'utf8');
  const found = text.matchAll(/^```(?<language>\w+)(?: (?<meant>[^\n]*))?\n(?<code>.*?)^```$/gmsu);
  return [...found].map(({ index, groups }) => ({
    page,
    line: text.slice(0, index).split('\n').length,
    language: groups?.['language'] ?? '',
    meant: groups?.['meant'] ?? '',
    code: groups?.['code'] ?? '',
  }));
}

interface Report {
  readonly created: Readonly<Record<string, number>>;
  readonly rejected: number;
}

function madeBy(importer: unknown): Report {
  const { report } = (importer as { getState(): { report: Report | null } }).getState();
  if (report === null) throw new Error('The importer has no report: it did not come to its end.');
  return report;
}

/** Runs an example among the names it may use without saying where from; gives the names it makes. */
async function runCode(fence: Fence, known: Record<string, unknown>) {
  const { code: js } = await transform(fence.code.replace(/^<(?=[A-Z])/mu, 'const element = <'), {
    loader: 'tsx',
    jsxFactory: 'createElement',
    format: 'esm',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  const imported: Record<string, unknown> = {};
  const body = await replaceImports(js, imported);
  const made = [...body.matchAll(/^const (?:(\w+) =|\{ (\w+) \} =)/gmu)].map(
    ([, plain, inside]) => plain ?? inside ?? '',
  );
  const scope = { ...known, ...imported };
  for (const name of made) delete (scope as Record<string, unknown>)[name];
  // oxlint-disable-next-line typescript/no-implied-eval -- our own documents are what is run
  const run = new Function(
    ...Object.keys(scope),
    `return (async () => { ${body}\nreturn { ${made.join(', ')} }; })();`,
  ) as (...values: readonly unknown[]) => Promise<Record<string, unknown>>;
  return run(...Object.values(scope));
}

/** Loads what an example imports, from the sources, and refuses a name that is not there. */
async function replaceImports(js: string, into: Record<string, unknown>): Promise<string> {
  for (const [, list = '', from = ''] of js.matchAll(/^import \{([^}]*)\} from "([^"]+)";$/gmu)) {
    const exported = await importPackage(from);
    for (const name of list.split(',').map((one) => one.trim())) {
      if (!(name in exported)) throw new Error(`${from} has no "${name}".`);
      into[name] = exported[name];
    }
  }
  return js.replace(/^import [^;]*;$/gmu, '');
}

const folders: Readonly<Record<string, string>> = {
  '@importera/engine': 'packages/engine',
  '@importera/react': 'packages/react',
  '@importera/http': 'packages/adapters/http',
};

async function importPackage(name: string): Promise<Record<string, unknown>> {
  if (name === 'zod') {
    return (await import(createRequire(join(root, 'packages/engine/')).resolve(name))) as never;
  }
  const folder = folders[name];
  if (folder === undefined) throw new Error(`Say in this test where ${name} is.`);
  return (await import(join(root, folder, 'src/index.ts'))) as Record<string, unknown>;
}

async function runCommand(argv: readonly string[]): Promise<string> {
  let printed = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      printed += chunk.toString('utf8');
      done();
    },
  });
  const { runCli } = await import(join(root, 'packages/cli/src/runCli.ts'));
  const status = await runCli(argv, { stdout: stream, stderr: stream });
  if (status === 2) throw new Error(printed);
  return printed;
}

function withoutChance(json: string): unknown {
  const { importId: _id, seconds: _seconds, ...rest } = JSON.parse(json);
  return rest;
}
