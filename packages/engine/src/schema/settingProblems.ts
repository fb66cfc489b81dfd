import { choiceOptions } from './choiceOptions.ts';
import { isEmailAddress } from './isEmailAddress.ts';
import { IMPORTER } from './Schema.ts';
import type { NumberSetting, Schema, Setting, SettingValue } from './Schema.ts';
import { shownSettings } from './shownSettings.ts';

/** Something wrong with the answer to a setting. */
export interface SettingProblem {
  readonly setting: string;
  readonly label: string;
  readonly code:
    | 'missing'
    | 'wrong-type'
    | 'no-option'
    | 'no-email'
    | 'no-date'
    | 'no-integer'
    | 'too-small'
    | 'too-large'
    | 'too-long'
    | 'too-many';
  /** What it was measured by, e.g. `{ value: 'x', min: 1 }`. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Addresses of a setting that names no maximum: each may get a mail. */
const MOST_ADDRESSES = 20;

/**
 * What is wrong with the answers to the settings that are shown, in their order: an answer is missing, or is none its setting
 * takes.
 */
export function settingProblems(
  schema: Schema,
  answers: Readonly<Record<string, SettingValue>>,
): readonly SettingProblem[] {
  return shownSettings(schema, answers).flatMap(({ key, setting, value }) => {
    const problem = problemOf(setting, value);
    return problem === null ? [] : [{ setting: key, label: setting.label, ...problem }];
  });
}

type Problem = Pick<SettingProblem, 'code' | 'params'> | null;

function problemOf(setting: Setting, value: SettingValue): Problem {
  if (isEmpty(value)) {
    const needed = setting.required === true || setting.type === 'context';
    return needed ? { code: 'missing', params: {} } : null;
  }
  switch (setting.type) {
    case 'switch':
      return typeof value === 'boolean' ? null : wrongType('true or false');
    case 'text':
      return textProblem(value, setting.maxLength);
    case 'number':
      return numberProblem(value, setting);
    case 'date':
      return dateProblem(value, setting);
    case 'emails':
      return addressesProblem(value, setting.max ?? MOST_ADDRESSES);
    case 'tags':
      return eachText(value, () => null);
    default:
      return optionProblem(value, setting);
  }
}

function isEmpty(value: SettingValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function wrongType(expected: string): Problem {
  return { code: 'wrong-type', params: { expected } };
}

function problem(code: SettingProblem['code'], value: string | number, limits = {}): Problem {
  return { code, params: { value, ...limits } };
}

function textProblem(value: SettingValue, max = Infinity): Problem {
  if (typeof value !== 'string') return wrongType('a text');
  return Array.from(value).length > max ? problem('too-long', value, { max }) : null;
}

function numberProblem(
  value: SettingValue,
  { min = -Infinity, max = Infinity, integer }: NumberSetting,
): Problem {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType('a number');
  if (integer === true && !Number.isInteger(value)) return problem('no-integer', value);
  if (value < min) return problem('too-small', value, { min });
  return value > max ? problem('too-large', value, { max }) : null;
}

function dateProblem(
  value: SettingValue,
  { min, max }: { readonly min?: string; readonly max?: string },
): Problem {
  if (typeof value !== 'string') return wrongType('an ISO date');
  if (!isDate(value)) return problem('no-date', value);
  if (min !== undefined && value < min) return problem('too-small', value, { min });
  return max !== undefined && value > max ? problem('too-large', value, { max }) : null;
}

/** A day of the calendar: the 30th of February is none. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function eachText(value: SettingValue, check: (text: string) => Problem): Problem {
  if (!Array.isArray(value)) return wrongType('a list of texts');
  for (const text of value as readonly unknown[]) {
    const found = typeof text === 'string' ? check(text) : wrongType('a list of texts');
    if (found !== null) return found;
  }
  return null;
}

function addressesProblem(value: SettingValue, max: number): Problem {
  if (Array.isArray(value) && value.length > max) return problem('too-many', value.length, { max });
  return eachText(value, (text) => (isEmailAddress(text) ? null : problem('no-email', text)));
}

type Optional = Extract<Setting, { readonly type: 'choice' | 'people' | 'context' }>;

function optionProblem(value: SettingValue, setting: Optional): Problem {
  const known = new Set(choiceOptions(setting.options).map((option) => option.value));
  if (setting.type === 'people' && setting.importer !== false) known.add(IMPORTER);
  const check = (text: string): Problem => (known.has(text) ? null : problem('no-option', text));
  if (setting.type !== 'context' && setting.multiple === true) return eachText(value, check);
  return typeof value === 'string' ? check(value) : wrongType('one of its options');
}
