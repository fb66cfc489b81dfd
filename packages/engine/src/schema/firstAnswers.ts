import type { Schema, Setting, SettingValue } from './Schema.ts';

/** The answer to every setting of the schema before anyone gave one. */
export function firstAnswers(schema: Schema): Readonly<Record<string, SettingValue>> {
  const entries = Object.entries(schema.settings ?? {});
  return Object.fromEntries(
    entries.map(([key, setting]) => [key, setting.default ?? emptyAnswer(setting)]),
  );
}

/** The answer that says nothing: `''`, `false`, an empty list or null. */
export function emptyAnswer(setting: Setting): SettingValue {
  switch (setting.type) {
    case 'text':
      return '';
    case 'switch':
      return false;
    case 'emails':
    case 'tags':
      return [];
    case 'choice':
    case 'people':
      return setting.multiple === true ? [] : null;
    default:
      return null;
  }
}
