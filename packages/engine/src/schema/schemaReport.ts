import { choiceOptions } from './choiceOptions.ts';
import type { ChoiceOption } from './Schema.ts';

/** Notes a problem at a path of the schema; the message follows the path. */
export type Report = (path: string, message: string) => void;

export function checkOptions(
  options: readonly (string | ChoiceOption)[],
  path: string,
  report: Report,
): void {
  const seen = new Set<string>();
  choiceOptions(options).forEach(({ value }, index) => {
    if (value.trim() === '') report(`${path}[${index}]`, 'is empty; give the option a value');
    if (seen.has(value)) report(`${path}[${index}]`, `repeats "${value}"; list each value once`);
    seen.add(value);
  });
}

export function oneOf(keyed: object, except?: string): string {
  const keys = Object.keys(keyed).filter((key) => key !== except);
  return keys.length === 0 ? 'there is none to name' : `use one of: ${keys.join(', ')}`;
}
