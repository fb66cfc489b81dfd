import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../schema/Schema.ts';
import { suggestMapping } from './suggestMapping.ts';

/** Header rows of real products with the right field of each column, kept beside the repository. */
const FOLDER = join(import.meta.dirname, '../../../../../shared/data/mapping');
const isThere = existsSync(join(FOLDER, 'cases'));

interface MappingCase {
  readonly name: string;
  readonly language: string;
  readonly headers: readonly string[];
  readonly samples?: readonly (readonly string[])[];
  readonly expected: readonly (string | null)[];
  /** Further right answers, by column. */
  readonly acceptable?: Readonly<Record<string, readonly (string | null)[]>>;
}

interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

describe.skipIf(!isThere)(
  isThere
    ? 'the collection of header rows'
    : 'the collection of header rows (skipped: no ../shared/data)',
  () => {
    const cases = isThere ? readCases() : [];
    const schema = isThere ? readSchema() : { id: 'none', entities: {} };
    const counts = (language?: string): Counts =>
      sum(
        cases
          .filter((item) => language === undefined || item.language === language)
          .map((item) => judge(item, guess(item, schema))),
      );

    // Two of the Dutch rows are all there is, one of them with headers torn apart at commas.
    const floors = {
      en: 97,
      sv: 95,
      nb: 95,
      da: 95,
      fi: 95,
      de: 95,
      fr: 95,
      es: 95,
      it: 95,
      nl: 80,
      pl: 95,
      ro: 95,
    };
    test.each(Object.entries(floors))('%s has an F1 of at least %i', (language, floor) => {
      expect(f1(counts(language))).toBeGreaterThanOrEqual(floor / 100);
    });

    test('all together are right in 97 of 100, and hardly ever wrong', () => {
      const all = counts();
      expect(f1(all)).toBeGreaterThanOrEqual(0.97);
      expect(all.right / (all.right + all.wrong)).toBeGreaterThanOrEqual(0.98);
    });
  },
);

function readCases(): readonly MappingCase[] {
  const folder = join(FOLDER, 'cases');
  return readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as MappingCase,
  );
}

function readSchema(): Schema {
  const { fields } = JSON.parse(readFileSync(join(FOLDER, 'schema.json'), 'utf8')) as {
    readonly fields: readonly { key: string; label: string; alternates: readonly string[] }[];
  };
  const entries = fields.map(
    ({ key, label, alternates }) => [key, { type: 'text', label, aliases: alternates }] as const,
  );
  return {
    id: 'collection',
    entities: { record: { label: 'Record', fields: Object.fromEntries(entries) } },
  };
}

function guess({ headers, samples }: MappingCase, schema: Schema): readonly (string | null)[] {
  const columns = headers.map((header, index) => ({
    header,
    samples: (samples ?? []).map((row) => row[index] ?? '').filter((text) => text !== ''),
  }));
  return suggestMapping(columns, schema).map((suggestion) => suggestion.guess?.field ?? null);
}

/** A wrong answer is wrong, and the right one is missed as well. */
function judge(item: MappingCase, guesses: readonly (string | null)[]): Counts {
  return sum(
    item.expected.map((expected, index) => {
      const answer = guesses[index] ?? null;
      const right = (item.acceptable?.[String(index)] ?? [expected]).includes(answer);
      if (right)
        return { right: answer !== null && expected !== null ? 1 : 0, wrong: 0, missed: 0 };
      return { right: 0, wrong: answer === null ? 0 : 1, missed: expected === null ? 0 : 1 };
    }),
  );
}

function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (total, { right, wrong, missed }) => ({
      right: total.right + right,
      wrong: total.wrong + wrong,
      missed: total.missed + missed,
    }),
    { right: 0, wrong: 0, missed: 0 },
  );
}

function f1({ right, wrong, missed }: Counts): number {
  return (2 * right) / (2 * right + wrong + missed);
}
