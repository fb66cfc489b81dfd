import type { SettingProblem } from '@importera/engine';
import type { Messages } from '../locales/Locale.ts';

/** What is wrong with an answer, as a sentence. */
export function problemText({ code, label, params }: SettingProblem, messages: Messages): string {
  if (code === 'missing') return messages.settings.missing(label);
  const limit = params['min'] ?? params['max'] ?? '';
  return messages.answers.problems[code](label, String(params['value'] ?? ''), String(limit));
}
