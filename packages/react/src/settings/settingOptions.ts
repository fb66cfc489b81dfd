import { IMPORTER } from '@importera/engine';
import type { ChoiceOption, Setting } from '@importera/engine';
import type { SelectOption } from '../controls/SelectField.tsx';
import type { Messages } from '../locales/Locale.ts';

/** What a setting offers, named; who imports stands first among people. */
export function settingOptions(
  setting: Setting,
  { answers }: Messages,
): readonly SelectOption<string>[] {
  const options = 'options' in setting ? (setting.options ?? []) : [];
  const named = options.map(nameOption);
  return setting.type === 'people' && setting.importer !== false
    ? [{ value: IMPORTER, label: answers.importer }, ...named]
    : named;
}

function nameOption(option: string | ChoiceOption): SelectOption<string> {
  if (typeof option === 'string') return { value: option, label: option };
  const { value, label = value, help } = option;
  return help === undefined ? { value, label } : { value, label, help };
}
