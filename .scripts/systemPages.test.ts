import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './workspace.ts';

// A page of docs/systems shows how one of the systems is built. Its code is the demo's, letter by letter. A fence says where from:
//   ```ts from=apps/demo/scenarios/apex/page.ts           the whole file
//   ```ts from=apps/demo/scenarios/apex/schema.ts#settings  from `// #region settings` to its `// #endregion`

const MOST_LINES = 80;
const folder = join(root, 'docs/systems');
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe.each(pages)('docs/systems/%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const fences = [...text.matchAll(/^```tsx? from=(?<from>\S+)\n(?<code>.*?)^```$/gmsu)].map(
    ({ groups }) => ({ from: groups?.['from'] ?? '', code: groups?.['code'] ?? '' }),
  );

  test.each(fences)('shows $from as it is', ({ from, code }) => {
    const [path = '', region] = from.split('#');
    expect(code).toBe(codeOf(readFileSync(join(root, path), 'utf8'), region));
  });

  test(`needs fewer than ${MOST_LINES} lines of a host, all of them of the demo`, () => {
    const lines = fences.flatMap(({ code }) => code.trimEnd().split('\n'));
    expect(fences.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThan(MOST_LINES);
    // No other code hides between.
    expect([...text.matchAll(/^```\w+/gmu)].length).toBe(fences.length);
  });
});

/** A file, or one of its regions, moved to the left margin. */
function codeOf(source: string, region: string | undefined): string {
  if (region === undefined) return source;
  const lines = source.split('\n');
  const isMark = (line: string, mark: string): boolean =>
    [`// ${mark}`, `{/* ${mark} */}`].includes(line.trim());
  const start = lines.findIndex((line) => isMark(line, `#region ${region}`));
  const end = lines.findIndex((line, at) => at > start && isMark(line, '#endregion'));
  if (start < 0 || end < 0) throw new Error(`There is no region ${region}.`);
  const inside = lines.slice(start + 1, end);
  const margin = Math.min(
    ...inside.filter((line) => line.trim() !== '').map((line) => line.search(/\S/u)),
  );
  return inside.map((line) => `${line.slice(margin)}\n`).join('');
}
