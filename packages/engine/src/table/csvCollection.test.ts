import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ImportError } from '../issue/ImportError.ts';
import { openSource } from '../source/openSource.ts';
import { readRows } from './readRows.ts';
import { readTable } from './readTable.ts';

/** A collection of real and hostile CSV files beside the repository, with what a reader should see. */
const folder = fileURLToPath(new URL('../../../../../shared/data/csv/', import.meta.url));

interface CollectionCase {
  readonly id: string;
  readonly file: string;
  readonly tags: readonly string[];
  readonly expect: 'rows' | 'decode' | 'issue-reported' | 'no-crash';
  readonly exactScored?: boolean;
  readonly expected?: string[][];
  readonly delimiter?: string | null;
  readonly columns?: number | null;
  readonly text?: string;
}

const cases: readonly CollectionCase[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as CollectionCase)
  : [];

/** Where we mean to read otherwise, and why. */
const KNOWN: Readonly<Record<string, string>> = {
  frictionless__countries:
    'a comment above the header counts as a title, which is no row of the table',
};

const absent = cases.length === 0;

describe.skipIf(absent)(
  `CSV collection${absent ? ': skipped, ../shared/data is absent' : ''}`,
  () => {
    const counted = cases.filter(({ tags }) => !tags.includes('needs-config'));

    const exact = counted.filter((one) => one.expect === 'rows' && one.exactScored !== false);
    test.each(exact.map((one) => [one.id, one] as const))('rows of %s', async (id, one) => {
      const { rows } = await read(one);
      if (id in KNOWN) expect(filled(rows)).not.toEqual(filled(one.expected ?? []));
      else expect(filled(rows)).toEqual(filled(one.expected ?? []));
    });

    // Their reference was mended by hand: most rows must be right all the same.
    const mended = counted.filter((one) => one.expect === 'rows' && one.exactScored === false);
    test.each(mended.map((one) => [one.id, one] as const))('most rows of %s', async (_, one) => {
      const plain = (rows: readonly (readonly string[])[]): string[] =>
        filled(rows).map((row) => JSON.stringify(row.map((cell) => cell.trim())));
      const expected = new Set(plain(one.expected ?? []));
      const rows = plain((await read(one)).rows);
      expect(rows.filter((row) => expected.has(row)).length * 2).toBeGreaterThanOrEqual(
        expected.size,
      );
    });

    const delimited = counted.filter((one) => one.delimiter && (one.columns ?? 0) > 1);
    test.each(delimited.map((one) => [one.id, one] as const))('delimiter of %s', async (_, one) => {
      expect((await read(one)).delimiter).toBe(one.delimiter);
    });

    const texts = counted.filter((one) => one.expect === 'decode');
    test.each(texts.map((one) => [one.id, one] as const))('text of %s', async (_, one) => {
      expect((await read(one)).text).toBe((one.text ?? '').replace(/^\ufeff/, ''));
    });

    const broken = counted.filter((one) => one.expect === 'issue-reported');
    test.each(broken.map((one) => [one.id, one] as const))('a problem in %s', async (_, one) => {
      expect((await read(one)).problems).toBeGreaterThan(0);
    });

    const hostile = counted.filter((one) => one.expect === 'no-crash');
    test.each(hostile.map((one) => [one.id, one] as const))('no crash on %s', async (_, one) => {
      await expect(read(one)).resolves.toBeDefined();
    });
  },
);

async function read({ file }: CollectionCase) {
  try {
    const source = await openSource(new Uint8Array(readFileSync(folder + file)), { name: file });
    const table = await readTable(source);
    const rows: (readonly string[])[] = [];
    for await (const { cells } of readRows(table)) rows.push(cells);
    let text = '';
    for await (const piece of source.text?.() ?? []) text += piece;
    return { rows, text, delimiter: source.delimiter, problems: table.issues.length };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { rows: [], text: '', delimiter: null, problems: 1 };
  }
}

/** Rows with something in them, empty cells at their end and kinds of line breaks aside. */
function filled(rows: readonly (readonly string[])[]): string[][] {
  return rows
    .map((row) => {
      const last = row.findLastIndex((cell) => cell !== '');
      return row.slice(0, last + 1).map((cell) => cell.replaceAll(/\r\n?/g, '\n'));
    })
    .filter((row) => row.length > 0);
}
