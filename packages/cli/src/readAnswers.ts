import type { RecipeDraft, Schema, Setting, SettingValue } from '@importera/engine';
import { CliError } from './CliError.ts';

type Answers = NonNullable<RecipeDraft['settings']>;

/**
 * Reads the answers of `--set key=value`. A setting that takes several is given once for each.
 * @throws {CliError} for a setting the schema does not have, or a value it can not read.
 */
export function readAnswers(set: readonly string[], { settings = {} }: Schema): Answers {
  const texts = new Map<string, string[]>();
  for (const pair of set) {
    const at = pair.indexOf('=');
    if (at < 1) throw new CliError(`--set takes key=value, not "${pair}".`);
    const key = pair.slice(0, at);
    if (!Object.hasOwn(settings, key)) {
      const known = Object.keys(settings).join(', ');
      throw new CliError(
        `--set names "${key}", which is no setting of the schema. ${known === '' ? 'It has none.' : `There are: ${known}.`}`,
      );
    }
    texts.set(key, [...(texts.get(key) ?? []), pair.slice(at + 1)]);
  }
  const entries = [...texts].map(([key, values]): [string, SettingValue] => [
    key,
    readAnswer(key, settings[key] as Setting, values),
  ]);
  return Object.fromEntries(entries);
}

function readAnswer(key: string, setting: Setting, texts: readonly string[]): SettingValue {
  if (isList(setting)) return texts.filter((text) => text !== '');
  const [text = '', another] = texts;
  if (another !== undefined)
    throw new CliError(`The setting "${key}" takes one value: give --set ${key}=… once.`);
  if (setting.type === 'switch') return readSwitch(key, text);
  if (setting.type !== 'number') return text === '' && setting.type !== 'text' ? null : text;
  const number = Number(text);
  if (text.trim() !== '' && Number.isFinite(number)) return number;
  throw new CliError(`The setting "${key}" is a number, not "${text}".`);
}

function isList(setting: Setting): boolean {
  if (setting.type === 'emails' || setting.type === 'tags') return true;
  return (setting.type === 'choice' || setting.type === 'people') && setting.multiple === true;
}

function readSwitch(key: string, text: string): boolean {
  if (['true', 'on', 'yes', '1'].includes(text)) return true;
  if (['false', 'off', 'no', '0'].includes(text)) return false;
  throw new CliError(`The setting "${key}" is on or off, not "${text}".`);
}
