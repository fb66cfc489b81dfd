import { nearestTexts } from '@importera/engine';
import type { IssueTexts } from '@importera/engine';
import { sv } from '@importera/engine/locales/sv';
import type { Arguments } from './parseArguments.ts';

/** The sentences of the language that `--language` names, or the nearest that is known; else English. */
export function textsFor({ language }: Pick<Arguments, 'language'>): IssueTexts {
  return nearestTexts([language ?? 'en'], [sv]);
}
