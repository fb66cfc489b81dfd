import { emptyAnswer } from './firstAnswers.ts';
import { ownValue } from './ownValue.ts';
import type { ConditionValue, Schema, Setting, SettingCondition, SettingValue } from './Schema.ts';

/** A setting that is asked now, with its answer. */
export interface ShownSetting {
  readonly key: string;
  readonly setting: Setting;
  readonly value: SettingValue;
}

type Answers = Readonly<Record<string, SettingValue>>;

/**
 * The settings that are asked under these answers, with their answers, in the order they stand in. One whose condition does
 * not hold, or whose entity is not imported (give the schema of the kind), is not among them.
 */
export function shownSettings(schema: Schema, answers: Answers): readonly ShownSetting[] {
  const settings = schema.settings ?? {};
  return Object.entries(settings)
    .filter(([key]) => isShown(schema, key, answers))
    .map(([key, setting]) => ({ key, setting, value: answerOf(setting, answers[key]) }))
    .toSorted((a, b) => (a.setting.order ?? 0) - (b.setting.order ?? 0));
}

function answerOf(setting: Setting, answer: SettingValue | undefined): SettingValue {
  return answer === undefined ? (setting.default ?? emptyAnswer(setting)) : answer;
}

/** @param asked settings the question came from: those that ask for one another are never shown. */
function isShown(
  schema: Schema,
  key: string,
  answers: Answers,
  asked: readonly string[] = [],
): boolean {
  const setting = ownValue(schema.settings, key);
  if (setting === undefined || asked.includes(key)) return false;
  const { type, appliesTo, showWhen } = setting;
  const isFree = appliesTo === undefined || Object.hasOwn(schema.entities, appliesTo.entity);
  // A context is what the whole import belongs to, whatever it writes.
  if (!isFree && type !== 'context') return false;
  if (showWhen === undefined) return true;
  return (
    isShown(schema, showWhen.setting, answers, [...asked, key]) && holds(schema, showWhen, answers)
  );
}

function holds(schema: Schema, { setting: key, is }: SettingCondition, answers: Answers): boolean {
  const setting = ownValue(schema.settings, key);
  if (setting === undefined) return false;
  const wanted: readonly ConditionValue[] = isList(is) ? is : [is];
  const answer = answerOf(setting, ownValue(answers, key));
  if (isList(answer)) {
    return answer.length === 0 ? wanted.includes(null) : answer.some((one) => wanted.includes(one));
  }
  return wanted.includes(answer === '' ? null : answer) || wanted.includes(answer);
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
