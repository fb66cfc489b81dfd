import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../locales/en.ts';
import { sv } from '../locales/sv.ts';
import { formatError, formatIssue } from './formatIssue.ts';
import { ImportError } from './ImportError.ts';
import type { IssueParams } from './Issue.ts';

const ENGINE = join(import.meta.dirname, '..');

/** The sources of the engine, tests and texts left out. */
function sources(): string {
  const files = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' });
  const own = files.filter(
    (file) =>
      file.endsWith('.ts') &&
      !/\.(?:test|fixture|test-d)\.ts$|^(?:locales|testing|mapping)\//u.test(file),
  );
  return own.map((file) => readFileSync(join(ENGINE, file), 'utf8')).join('\n');
}

/** Codes the engine gives to issues: those of issue literals and of the few functions that make issues. */
function usedCodes(): readonly string[] {
  const source = sources();
  const literals = source.matchAll(/\bcode(?:: | = )'([a-z]+(?:-[a-z]+)*)'/gu);
  const choices = source.matchAll(/\bcode = [^;]*? \? '([a-z-]+)' : '([a-z-]+)'/gu);
  const calls = source.matchAll(/\b(?:unreadable|warn|add)\(\s*'([a-z]+(?:-[a-z]+)+)'/gu);
  const later = source.matchAll(/\breadWith(?:Column)?Warning\([^']*?'([a-z]+(?:-[a-z]+)+)'/gu);
  const found = [...literals, ...choices, ...calls, ...later].flatMap(([, ...codes]) => codes);
  return [...new Set(found)].filter((code) => !NOT_ISSUES.has(code)).toSorted();
}

// Codes of errors, of an outcome, and of an unexpected failure.
const NOT_ISSUES: ReadonlySet<string> = new Set([
  // Problems of settings: the wizard has words for them.
  'missing',
  'wrong-type',
  'unexpected',
  'no-answer',
  ...Object.keys(en.errors),
]);

describe.each([en, sv])('texts in $language', (texts) => {
  test('say something of every code the engine uses', () => {
    const used = usedCodes();
    expect(used).toContain('email-invalid');
    expect(used).toContain('required');
    expect(used).toContain('reference-unknown');
    expect(used.filter((code) => !Object.hasOwn(texts.issues, code))).toEqual([]);
  });

  test.each(Object.keys(en.issues))('%s is a whole sentence, every place in it filled', (code) => {
    const text = formatIssue({ code, params: EVERYTHING }, texts);
    expect(text).not.toMatch(/[{}]|undefined|null/u);
    expect(text).toMatch(
      ['check-refused', 'write-refused'].includes(code) ? /./u : /^[\p{Lu}\d+“”].*[.)]$/u,
    );
  });

  test.each(Object.keys(en.errors))(
    'error %s is a whole sentence, every place in it filled',
    (code) => {
      const text = formatError({ code, message: 'It broke.', params: EVERYTHING }, texts);
      expect(text).not.toMatch(/[{}]|undefined|null/u);
      expect(text.length).toBeGreaterThan(5);
    },
  );
});

/** A value for every place of every text. */
const EVERYTHING: IssueParams = {
  value: 'X',
  kept: 'y',
  label: 'E-mail',
  sheet: 'Blad1',
  sheets: ['A', 'B'],
  count: 3,
  delimiter: ';',
  encoding: 'utf-8',
  runnerUp: 'latin1',
  extension: 'csv',
  format: 'xlsx',
  most: 1000,
  found: 3,
  expected: 4,
  header: 'Namn',
  order: 'dmy',
  decimal: ',',
  message: 'No.',
  detail: 'No.',
  min: 1,
  max: 2,
  length: 3,
  firstRow: 4,
  mapped: true,
  example: '556036-0793',
  option: 'header',
  name: 'a.bin',
  reason: 'gone',
  limit: 5,
  row: 6,
  entity: 'contact',
  field: 'email',
  number: '+46701234567',
  problem: 'it is odd',
};

test.each<[string, string, IssueParams, string]>([
  [
    'a value',
    'email-invalid',
    { value: 'eva@' },
    '“eva@” is not an e-mail address. Write it as name@example.com.',
  ],
  [
    'a number, grouped',
    'too-large',
    { value: '12', max: 1000000 },
    '12 is more than 1,000,000, the most the field takes. Correct it.',
  ],
  [
    'a long value, cut',
    'url-invalid',
    { value: `a${'b'.repeat(200)}` },
    `“a${'b'.repeat(78)}…” is not a web address. Write it as https://example.com.`,
  ],
  ['line breaks, as spaces', 'placeholder-empty', { value: 'a\n b' }, '“a b” was read as empty.'],
  [
    'braces in a value, left alone',
    'placeholder-empty',
    { value: '{label} $&' },
    '“{label} $&” was read as empty.',
  ],
  ['the host’s own code and message', 'credit-check', { message: 'No credit.' }, 'No credit.'],
  ['the host’s own code alone', 'credit-check', {}, 'This was not accepted (credit-check).'],
  ['a code like a property of objects', 'constructor', {}, 'This was not accepted (constructor).'],
])('shows %s', (_, code, params, expected) => {
  expect(formatIssue({ code, params })).toBe(expected);
});

test('an error speaks the language asked for', () => {
  const error = new ImportError('sheet-missing', 'There is no sheet “X”.', {
    params: { sheet: 'X' },
  });
  expect(formatError(error)).toBe('There is no sheet “X”.');
  expect(formatError(error, sv)).toBe('Bladet ”X” finns inte i arbetsboken.');
  expect(formatError(new TypeError('oops'), sv)).toBe('Något gick fel: oops');
});

test('a word is told to be no number, without advice about decimal signs', () => {
  const told = (value: string, texts = en): string =>
    formatIssue({ code: 'number-invalid', params: { value, decimal: ',' } }, texts);
  expect(told('fem')).toBe('“fem” is not a number. Write digits only.');
  expect(told('fem', sv)).toBe('”fem” är inte ett tal. Skriv bara siffror.');
  expect(told('1.5.2')).toContain('choose the other decimal sign');
});
