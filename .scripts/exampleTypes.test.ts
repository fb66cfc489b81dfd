import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedPackages, root, sourceEntries } from './workspace.ts';

// The examples of all pages have the types of the packages: no prop, option or export in them is made up. A name that an
// example does not declare is the reader's own (`adapter`, `crm`) and may be anything; `…` stands for what is left out.

const folder = join(root, 'node_modules/.cache/examples');

test('examples have the types of the packages', () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const examples = writeExamples();
  expect(examples).toBeGreaterThan(40);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config()));
  const { stdout, error } = spawnSync('tsc', ['-p', folder, '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (error !== undefined) throw error;
  expect(stdout.split('\n').filter((line) => line !== '' && !isReaders(line))).toEqual([]);
}, 120_000);

/** What is the reader's own, and what is told of the packages themselves by their type check. */
function isReaders(line: string): boolean {
  return (
    /error TS(?:2304|2552|18004): /u.test(line) ||
    /error TS2307: Cannot find module '\.{1,2}\//u.test(line) ||
    // A package, or more of the line before.
    /^(?:packages\/| )/u.test(line)
  );
}

function writeExamples(): number {
  const pages = globSync(
    ['README.md', 'docs/*.md', 'packages/*/README.md', 'packages/adapters/*/README.md'],
    { cwd: root },
  );
  let count = 0;
  for (const page of pages) {
    const text = readFileSync(join(root, page), 'utf8');
    for (const { groups, index } of text.matchAll(/^```tsx?(?: run)?\n(?<code>.*?)^```$/gmsu)) {
      const code = (groups?.['code'] ?? '').replaceAll('{ …,', '{ ...others,');
      const line = text.slice(0, index).split('\n').length;
      // Lines of an error are those of the page.
      const name = `${page.replaceAll(/[^\w]/gu, '_')}.${line}.tsx`;
      writeFileSync(join(folder, name), `${'\n'.repeat(line)}${code}\nexport {};\n`);
      count += 1;
    }
  }
  return count;
}

function config(): object {
  const packages = publishedPackages().flatMap((pkg) =>
    sourceEntries(pkg).map(([entry, source]): [string, string[]] => [
      pkg.name + entry.slice(1),
      [join(pkg.folder, source)],
    ]),
  );
  const others = {
    zod: 'engine',
    pg: 'server',
    hono: 'server',
    '@electric-sql/pglite': 'server',
    '@hono/node-server': 'server',
  };
  const installed = Object.entries(others).map(([name, owner]): [string, string[]] => [
    name,
    [`@types/${name}`, name].map((path) => join(root, 'packages', owner, 'node_modules', path)),
  ]);
  return {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      lib: ['es2024', 'dom', 'dom.iterable'],
      types: ['node'],
      jsx: 'react-jsx',
      declaration: false,
      isolatedDeclarations: false,
      // Of what is given to the reader's own names nothing is known.
      noImplicitAny: false,
      noImplicitReturns: false,
      noUncheckedSideEffectImports: false,
      paths: Object.fromEntries([...packages, ...installed]),
    },
    include: ['*.tsx'],
  };
}
