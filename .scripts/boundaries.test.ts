import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from './workspace.ts';

// Files that break a boundary are written into a tree of their own, then linted and compiled with
// the repository's configuration: what the boundaries promise is shown to fail.
const tree = mkdtempSync(join(tmpdir(), 'importera-boundaries-'));
afterAll(() => rmSync(tree, { recursive: true }));

describe('lint', () => {
  const refused = [
    ['a later stage', 'plan/planImport.ts', `export * from '../commit/commitPlan.ts';`],
    ['a later stage, as a type', 'source/a.ts', `export type { Plan } from '../plan/Plan.ts';`],
    ['a later stage, from a nested folder', 'source/csv/a.ts', `import '../../table/Table.ts';`],
    ['a later stage, when it is called for', 'mapping/a.ts', `await import('../records/a.ts');`],
    ['a later stage, in a test', 'table/a.test.ts', `import '../plan/planImport.ts';`],
    ['a stage, from issues', 'issue/a.ts', `import '../schema/Schema.ts';`],
    ['an entry', 'plan/b.ts', `import '../index.ts';`],
    ['test support', 'plan/c.ts', `import '../testing/adapterContract.ts';`],
    ['react', 'importer/a.ts', `import 'react';`],
    ['a file of react', 'importer/b.ts', `import 'react-dom/client';`],
    ['react, in a test', 'importer/a.test.ts', `import 'react';`],
    ['our own React package', 'worker/a.ts', `import '@importera/react';`],
    ['node:fs', 'source/b.ts', `import 'node:fs';`],
    ['fs/promises', 'source/c.ts', `import 'fs/promises';`],
    ['node:fs, in an entry', 'index.ts', `import 'node:fs';`],
    ['document', 'report/a.ts', `document.title = 'x';`],
    ['process', 'report/b.ts', `export const args: unknown = process.argv;`],
    ['any', 'table/b.ts', `export const value: any = 1;`],
  ] as const;
  const allowed = [
    ['an earlier stage', 'plan/d.ts', `import '../records/Records.ts';`],
    ['issues', 'source/d.ts', `import '../issue/Issue.ts';`],
    ['the adapter contract', 'commit/a.ts', `import '../adapter/PersistenceAdapter.ts';`],
    ['its own folder', 'worker/b.ts', `import './serveImporter.ts';`],
    ['a library', 'source/e.ts', `import 'papaparse';`],
    ['a stage, from an entry', 'excel.ts', `import './source/readExcel.ts';`],
    ['node:fs, in a test', 'source/b.test.ts', `import 'node:fs';`],
    ['test support, in a test', 'plan/c.test.ts', `import '../testing/adapterContract.ts';`],
  ] as const;
  const problems = lint([...refused, ...allowed].map(([, path, source]) => ({ path, source })));

  test.each(refused)('refuses %s', (_, path) => expect(problems).toContain(path));
  test.each(allowed)('allows %s', (_, path) => expect(problems).not.toContain(path));
});

describe('the compiler', () => {
  const errors = compile([
    { path: 'b.ts', source: `import { readFileSync } from 'node:fs';\nreadFileSync('a');` },
    { path: 'c.ts', source: `document.title = 'x';\nexport {};` },
    { path: 'd.ts', source: `export const args: unknown = process.argv;` },
    { path: 'e.ts', source: `export const hash = async (): Promise<Blob> => new Blob([]);` },
  ]);

  test.each([
    ['node:fs', 'b.ts'],
    ['document', 'c.ts'],
    ['process', 'd.ts'],
  ])('refuses %s in the engine', (_, path) => expect(errors).toContain(path));
  test('allows what workers have', () => expect(errors).not.toContain('e.ts'));
});

interface SourceFile {
  /** Inside the engine's `src`. */
  readonly path: string;
  readonly source: string;
}

/** The paths with at least one problem. */
function lint(files: readonly SourceFile[]): string[] {
  const folder = join(tree, 'lint/packages/engine/src');
  for (const file of files) write(folder, file);
  const config = join(root, 'oxlint.config.ts');
  const output = run('oxlint', ['-c', config, '--format', 'unix', '.'], folder);
  return pathsIn(output, /^(\S+\.ts):\d+:\d+: /gm);
}

/** The paths with at least one compile error, under the engine's own `tsconfig.json`. */
function compile(files: readonly SourceFile[]): string[] {
  const folder = join(tree, 'compile');
  for (const file of files) write(folder, file);
  const config = { extends: join(root, 'packages/engine/tsconfig.json'), include: ['.'] };
  write(folder, { path: 'tsconfig.json', source: JSON.stringify(config) });
  return pathsIn(run('tsc', ['-p', '.', '--pretty', 'false'], folder), /^(\S+\.ts)\(/gm);
}

function write(folder: string, { path, source }: SourceFile): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${source}\n`);
}

function pathsIn(output: string, pattern: RegExp): string[] {
  return [...output.matchAll(pattern)].map(([, path = '']) => path.replace('./', ''));
}

/** What the command prints, whether it finds something or not. */
function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(join(root, 'node_modules/.bin', command), args, {
      cwd,
      encoding: 'utf8',
      timeout: 60_000,
    });
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? error);
  }
}
