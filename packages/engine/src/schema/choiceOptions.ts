import type { ChoiceOption } from './Schema.ts';

/** The options of a choice in their long form: every one with a value and a label. */
export function choiceOptions(
  options: readonly (string | ChoiceOption)[],
): readonly (ChoiceOption & { readonly label: string })[] {
  return options.map((option) =>
    typeof option === 'string'
      ? { value: option, label: option }
      : { ...option, label: option.label ?? option.value },
  );
}
