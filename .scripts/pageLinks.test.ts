import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishedPackages, root } from './workspace.ts';

// What the pages point at is there: files, headings, and what examples import, also those that are not run.

const pages = globSync(
  [
    '*.md',
    'docs/**/*.md',
    'packages/*/README.md',
    'packages/adapters/*/README.md',
    'apps/*/**/README.md',
  ],
  { cwd: root, exclude: (path) => path.includes('node_modules') },
);

const published = 'https://github.com/importera/importera/';

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');

  test('links lead somewhere', () => {
    expect(linksOf(text).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  test('names of our packages are exported', () => {
    expect(importsOf(text).filter(({ name, from }) => !exportsOf(from).has(name))).toEqual([]);
  });
});

// A registry shows the page without the rest of the repository.
test.each(pages.filter((page) => page.startsWith('packages/')))(
  'links of %s are whole addresses',
  (page) => {
    const links = linksOf(readFileSync(join(root, page), 'utf8'));
    expect(links.filter((link) => !/^https?:/u.test(link))).toEqual([]);
  },
);

test('every package has a page', () => {
  const without = publishedPackages().filter(
    ({ folder }) => !existsSync(join(folder, 'README.md')),
  );
  expect(without.map(({ name }) => name)).toEqual([]);
});

test('every decision is in the list, by its number and title', () => {
  const list = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8');
  const notes = globSync('docs/decisions/0*.md', { cwd: root }).sort();
  for (const note of notes) {
    const [title = ''] = readFileSync(join(root, note), 'utf8').split('\n');
    const name = relative('docs/decisions', note);
    expect(title).toMatch(new RegExp(`^# ${name.slice(0, 3)} \\S`, 'u'));
    expect(list).toContain(`[${title.slice(2)}](${name})`);
  }
  expect(new Set(notes.map((note) => relative('docs/decisions', note).slice(0, 3))).size).toBe(
    notes.length,
  );
});

test('every page of docs is in the list of all pages', () => {
  const list = readFileSync(join(root, 'docs/README.md'), 'utf8');
  const missing = globSync(['docs/*.md', 'docs/systems/*.md'], { cwd: root })
    .map((page) => relative('docs', page))
    .filter((page) => page !== 'README.md' && !list.includes(`](${page}`));
  expect(missing).toEqual([]);
});

test('the variables that the page of looks tells are those of the stylesheet', () => {
  const told = new Set(
    readFileSync(join(root, 'docs/looks.md'), 'utf8').match(/--importera-[a-z-]+/gu),
  );
  const sheets = globSync('packages/react/src/styles/*.css', { cwd: root }).map((path) =>
    readFileSync(join(root, path), 'utf8'),
  );
  const used = new Set(sheets.flatMap((sheet) => sheet.match(/--importera-[a-z-]+/gu) ?? []));
  // The switches of light and dark are no host's: `data-theme` is.
  for (const own of ['light', 'dark', 'scheme']) used.delete(`--importera-${own}`);
  expect([...told].sort()).toEqual([...used].sort());
});

test('every function and component that a package exports is told on some page', () => {
  const all = pages.map((page) => readFileSync(join(root, page), 'utf8')).join('\n');
  const words = new Set(all.match(/\w+/gu));
  const untold = publishedPackages()
    .filter(({ folder }) => existsSync(join(folder, 'api.txt')))
    .flatMap(({ folder }) => [
      ...readFileSync(join(folder, 'api.txt'), 'utf8').matchAll(
        /^export (?:declare )?(?:async )?(?:function\*?|class) (?<name>\w+)/gmu,
      ),
    ])
    .map(({ groups }) => groups?.['name'] ?? '')
    .filter((name) => !words.has(name));
  expect(untold).toEqual([]);
});

function linksOf(text: string): readonly string[] {
  const prose = text.replace(/^```.*?^```$/gmsu, '').replace(/`[^`\n]*`/gu, '');
  return [...prose.matchAll(/\]\((?<link>[^)\s]+)\)/gu)].map(
    ({ groups }) => groups?.['link'] ?? '',
  );
}

function leadsSomewhere(page: string, link: string): boolean {
  if (/^https?:/u.test(link) && !link.startsWith(published)) return true;
  const inside = link.replace(/^https:.*?\/(?:blob|tree)\/main\//u, '');
  const [path = '', heading] = inside.split('#');
  const folder = inside === link ? dirname(page) : '.';
  const file = path === '' ? page : join(folder, path);
  if (!existsSync(join(root, file))) return false;
  return heading === undefined || headingsOf(file).has(heading);
}

function headingsOf(file: string): ReadonlySet<string> {
  const path = statSync(join(root, file)).isDirectory() ? join(file, 'README.md') : file;
  const text = readFileSync(join(root, path), 'utf8').replace(/^```.*?^```$/gmsu, '');
  return new Set(
    [...text.matchAll(/^#+ (?<title>.+)$/gmu)].map(({ groups }) =>
      (groups?.['title'] ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

interface Import {
  readonly name: string;
  readonly from: string;
}

function importsOf(text: string): readonly Import[] {
  return [
    ...text.matchAll(/^import (?:type )?\{(?<list>[^}]*)\} from '(?<from>@importera\/[^']+)';$/gmu),
  ]
    .flatMap(({ groups }) =>
      (groups?.['list'] ?? '').split(',').map((part) => ({
        name: part.replace(/^\s*type /u, '').trim(),
        from: groups?.['from'] ?? '',
      })),
    )
    .filter(({ name }) => name !== '');
}

const exported = new Map<string, ReadonlySet<string>>(
  publishedPackages()
    .filter(({ folder }) => existsSync(join(folder, 'api.txt')))
    .flatMap(({ folder }) => entriesOf(readFileSync(join(folder, 'api.txt'), 'utf8'))),
);

/** Names an entry exports; none, where there is no such entry. */
function exportsOf(from: string): ReadonlySet<string> {
  return exported.get(from) ?? new Set();
}

/** What `api.txt` lists: a line `// @importera/x/entry` begins each entry. */
function entriesOf(api: string): readonly [string, ReadonlySet<string>][] {
  return api
    .split(/^(?=\/\/ @importera\/)/mu)
    .map((part) => [
      part.slice(3, part.indexOf('\n')),
      new Set(
        [
          ...part.matchAll(
            /^export (?:declare )?(?:interface|type|class|const|let|(?:async )?function\*?) (?<name>\w+)/gmu,
          ),
        ]
          .map(({ groups }) => groups?.['name'] ?? '')
          .concat(
            [...part.matchAll(/^export (?:type )?\{(?<list>[^}]*)\}/gmu)].flatMap(({ groups }) =>
              (groups?.['list'] ?? '')
                .split(',')
                .map((name) => name.replace(/^.* as /u, '').trim()),
            ),
          ),
      ),
    ]);
}
