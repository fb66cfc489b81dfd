import { formatValue } from '@importera/engine';
import type { FieldRef, Schema, Setting, SettingValue, Value } from '@importera/engine';
import type { Formats } from '../locales/formatsOf.ts';
import type { Messages } from '../locales/Locale.ts';
import { fieldOf } from '../match/fieldNames.ts';
import { settingOptions } from './settingOptions.ts';

/** What values are said with. */
export interface ValueWords {
  readonly schema: Schema;
  readonly messages: Messages;
  readonly formats: Formats;
}

/** A record's value as people say it: ids that a setting gives to the field by the names of its options. */
export function valueText(
  value: Value,
  ref: FieldRef,
  { schema, messages, formats }: ValueWords,
): string {
  const giving = Object.values(schema.settings ?? {}).find(
    ({ appliesTo }) => appliesTo?.entity === ref.entity && appliesTo.field === ref.field,
  );
  const options = giving === undefined ? [] : settingOptions(giving, messages);
  const named = (text: string): string =>
    options.find((option) => option.value === text)?.label ?? text;
  if (Array.isArray(value)) return value.map(named).join(', ');
  if (typeof value === 'boolean') return value ? messages.settings.yes : messages.settings.no;
  if (typeof value === 'number') return formats.value(value);
  return typeof value === 'string' && options.length > 0
    ? named(value)
    : formatValue(value, fieldOf(schema, ref) ?? undefined);
}

/** The answer to a setting as people say it. */
export function answerText(setting: Setting, value: SettingValue, messages: Messages): string {
  const { none, on, off } = messages.review;
  if (setting.type === 'switch') return value === true ? on : off;
  const options = settingOptions(setting, messages);
  const values = Array.isArray(value)
    ? (value as readonly string[])
    : value === null
      ? []
      : [String(value)];
  const named = values.map(
    (each) => options.find((option) => option.value === each)?.label ?? each,
  );
  const text = named.filter(Boolean).join(', ');
  if (text === '') return none;
  return setting.type === 'number' && setting.unit !== undefined ? `${text} ${setting.unit}` : text;
}
