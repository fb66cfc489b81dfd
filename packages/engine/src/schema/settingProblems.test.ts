import { describe, expect, expectTypeOf, test } from 'vitest';
import { defineSchema } from './defineSchema.ts';
import { firstAnswers } from './firstAnswers.ts';
import type { InferSettings } from './InferSettings.ts';
import { IMPORTER } from './Schema.ts';
import type { Schema, Setting, SettingValue } from './Schema.ts';
import { settingProblems } from './settingProblems.ts';
import { shownSettings } from './shownSettings.ts';

const entities: Schema['entities'] = {
  account: { label: 'Account', fields: { name: { type: 'text', label: 'Name' } } },
};
const schemaOf = (settings: Readonly<Record<string, Setting>>): Schema => ({
  id: 's',
  entities,
  settings,
});
const label = 'X';

describe('an answer', () => {
  const options = ['a', { value: 'b', label: 'B' }];
  test.each<[string, Setting, SettingValue, string | null]>([
    ['a text', { type: 'text', label }, 'x', null],
    ['a list for a text', { type: 'text', label }, ['x'], 'wrong-type'],
    ['a long text, counted in signs', { type: 'text', label, maxLength: 2 }, '👍👍', null],
    ['a text that is too long', { type: 'text', label, maxLength: 2 }, 'abc', 'too-long'],
    ['a number', { type: 'number', label, min: 1, max: 3 }, 2, null],
    ['a text for a number', { type: 'number', label }, '2', 'wrong-type'],
    ['no number', { type: 'number', label }, Number.NaN, 'wrong-type'],
    ['a small number', { type: 'number', label, min: 1 }, 0, 'too-small'],
    ['a large number', { type: 'number', label, max: 3 }, 4, 'too-large'],
    ['a broken number', { type: 'number', label, integer: true }, 1.5, 'no-integer'],
    ['a leap day', { type: 'date', label }, '2024-02-29', null],
    ['a day that is none', { type: 'date', label }, '2023-02-29', 'no-date'],
    ['another way to write a date', { type: 'date', label }, '1/2/2024', 'no-date'],
    ['an early date', { type: 'date', label, min: '2024-01-01' }, '2023-12-31', 'too-small'],
    ['a late date', { type: 'date', label, max: '2024-01-01' }, '2024-01-02', 'too-large'],
    ['on', { type: 'switch', label, required: true }, false, null],
    ['a text for a switch', { type: 'switch', label }, 'on', 'wrong-type'],
    ['an option', { type: 'choice', label, options }, 'b', null],
    ['a label is no option', { type: 'choice', label, options }, 'B', 'no-option'],
    ['several for one', { type: 'choice', label, options }, ['a', 'b'], 'wrong-type'],
    ['one for several', { type: 'choice', label, options, multiple: true }, 'a', 'wrong-type'],
    ['several', { type: 'choice', label, options, multiple: true }, ['a', 'b'], null],
    ['an unknown one', { type: 'choice', label, options, multiple: true }, ['a', 'c'], 'no-option'],
    ['addresses', { type: 'emails', label }, ['a@example.com'], null],
    ['no address', { type: 'emails', label }, ['a@example.com', 'b'], 'no-email'],
    [
      'as many addresses as are taken',
      { type: 'emails', label },
      Array.from({ length: 20 }, (_, n) => `${n}@example.com`),
      null,
    ],
    [
      'one address more',
      { type: 'emails', label },
      Array.from({ length: 21 }, (_, n) => `${n}@example.com`),
      'too-many',
    ],
    [
      'more than the host takes',
      { type: 'emails', label, max: 1 },
      ['a@x.se', 'b@x.se'],
      'too-many',
    ],
    ['new tags', { type: 'tags', label, options }, ['new'], null],
    ['one tag without a list', { type: 'tags', label }, 'new', 'wrong-type'],
    ['the importer', { type: 'people', label, options }, IMPORTER, null],
    ['people', { type: 'people', label, options, multiple: true }, ['a', IMPORTER], null],
    [
      'an importer who may not',
      { type: 'people', label, options, importer: false },
      IMPORTER,
      'no-option',
    ],
    ['a stranger', { type: 'people', label, options }, 'eve', 'no-option'],
    ['a project', { type: 'context', label, options }, 'a', null],
    ['no project', { type: 'context', label, options }, null, 'missing'],
    ['another project', { type: 'context', label, options }, 'z', 'no-option'],
    ['nothing', { type: 'text', label }, '', null],
    ['nothing, where it is required', { type: 'text', label, required: true }, '', 'missing'],
    ['no one of several', { type: 'tags', label, required: true }, [], 'missing'],
  ])('%s', (_name, setting, value, code) => {
    const problems = settingProblems(schemaOf({ one: setting }), { one: value });
    expect(problems.map((problem) => problem.code)).toEqual(code === null ? [] : [code]);
  });

  test('nobody gave is the default, or the empty one', () => {
    const schema = schemaOf({
      a: { type: 'text', label },
      b: { type: 'switch', label, default: true },
      c: { type: 'tags', label },
      d: { type: 'people', label, options: [], multiple: true, default: [IMPORTER] },
      e: { type: 'context', label, options: [] },
    });
    expect(firstAnswers(schema)).toEqual({ a: '', b: true, c: [], d: [IMPORTER], e: null });
  });
});

describe('a setting is asked', () => {
  const keys = (
    settings: Readonly<Record<string, Setting>>,
    answers: Readonly<Record<string, SettingValue>>,
  ): readonly string[] => shownSettings(schemaOf(settings), answers).map(({ key }) => key);
  const more = (showWhen: Setting['showWhen']): Setting => ({
    type: 'text',
    label,
    ...(showWhen && { showWhen }),
  });

  test.each<[string, SettingValue, NonNullable<Setting['showWhen']>['is'], boolean]>([
    ['equal', 'a', 'a', true],
    ['another', 'b', 'a', false],
    ['one of several wanted', 'b', ['a', 'b'], true],
    ['one of several given', ['a', 'b'], 'b', true],
    ['none given', [], 'b', false],
    ['nothing wanted', [], null, true],
    ['nothing wanted, of a text', '', null, true],
    ['on', true, true, true],
    ['off', false, true, false],
  ])('while another is %s', (_name, value, is, shown) => {
    const settings = { a: more(undefined), b: more({ setting: 'a', is }) };
    expect(keys(settings, { a: value }).includes('b')).toBe(shown);
  });

  test('only where the one it depends on is asked itself', () => {
    const settings: Record<string, Setting> = {
      login: { type: 'switch', label, default: true },
      notify: { type: 'switch', label, default: true, showWhen: { setting: 'login', is: true } },
      invite: { type: 'switch', label, showWhen: { setting: 'notify', is: true } },
    };
    expect(keys(settings, {})).toEqual(['login', 'notify', 'invite']);
    expect(keys(settings, { login: false })).toEqual(['login']);
  });

  test('never where two ask for one another', () => {
    const settings = { a: more({ setting: 'b', is: null }), b: more({ setting: 'a', is: null }) };
    expect(keys(settings, {})).toEqual([]);
  });

  test('in the host\u2019s order, and not for what is not imported', () => {
    const settings: Record<string, Setting> = {
      last: { type: 'text', label, order: 1 },
      first: { type: 'text', label },
      gone: { type: 'tags', label, appliesTo: { entity: 'contact' } },
    };
    expect(keys(settings, {})).toEqual(['first', 'last']);
  });

  test('always, where it is what the import belongs to; a schema may write it to a field', () => {
    const project: Setting = { type: 'context', label, options: ['7'] };
    const elsewhere = { entity: 'contact', field: 'project' };
    expect(keys({ project: { ...project, appliesTo: elsewhere } }, {})).toEqual(['project']);
    const here = { entity: 'account', field: 'name' };
    const schema = schemaOf({ project: { ...project, appliesTo: here } });
    expect(() => defineSchema(schema)).not.toThrow();
    const showWhen = { setting: 'project', is: null };
    const hidden = schemaOf({ project, other: { ...project, showWhen } });
    expect(() => defineSchema(hidden)).toThrow('always asked');
  });
});

test('answers are typed', () => {
  const schema = defineSchema({
    id: 's',
    entities,
    settings: {
      project: { type: 'context', label, options: [] },
      size: { type: 'choice', label, options: ['s', { value: 'l' }], required: true },
      sizes: { type: 'choice', label, options: ['s', 'l'], multiple: true },
      days: { type: 'number', label },
      from: { type: 'date', label, required: true },
      tags: { type: 'tags', label },
      owner: { type: 'people', label, options: [] },
      invite: { type: 'switch', label },
      hidden: {
        type: 'choice',
        label,
        options: ['x'],
        required: true,
        showWhen: { setting: 'invite', is: true },
      },
    },
  });
  type Settings = InferSettings<typeof schema>;
  expectTypeOf<Settings>().toEqualTypeOf<{
    readonly project: string;
    readonly size: 's' | 'l';
    readonly sizes: readonly ('s' | 'l')[];
    readonly days: number | null;
    readonly from: string;
    readonly tags: readonly string[];
    readonly owner: string | null;
    readonly invite: boolean;
    readonly hidden: 'x' | null;
  }>();
  expect(Object.keys(firstAnswers(schema))).toHaveLength(9);
});
