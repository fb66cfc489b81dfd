import { choiceOptions, IMPORTER } from '@importera/engine';
import type { Setting } from '@importera/engine';
import type { SelectOption } from '../controls/SelectField.tsx';
import type { Messages } from '../locales/Locale.ts';

/** What a setting offers, named; who imports stands first among people. */
export function settingOptions(
  setting: Setting,
  { answers }: Messages,
): readonly SelectOption<string>[] {
  const options = 'options' in setting ? (setting.options ?? []) : [];
  const named = choiceOptions(options);
  return setting.type === 'people' && setting.importer !== false
    ? [{ value: IMPORTER, label: answers.importer }, ...named]
    : named;
}
