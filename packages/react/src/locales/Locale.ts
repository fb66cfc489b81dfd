import type { IssueTexts } from '@importera/engine';
import type { choosing } from './en.choosing.ts';
import type { around } from './en.hub.ts';
import type { rows } from './en.rows.ts';
import type { screens } from './en.ts';

/** Every text the interface shows. `en.ts` is where the keys come from. */
export type Messages = typeof screens & typeof rows & typeof around & typeof choosing;

/** Own wordings for some of the texts, key by key. */
export type MessageOverrides = {
  readonly [Screen in keyof Messages]?: Partial<Messages[Screen]>;
};

/** A language: its texts, and what `Intl` and the document need to know about it. */
export interface Locale {
  /** BCP 47, e.g. `sv-SE`. */
  readonly code: string;
  readonly dir: 'ltr' | 'rtl';
  readonly messages: Messages;
  /** What the engine says of issues and errors. */
  readonly issueTexts: IssueTexts;
}

/** A locale with some texts replaced by the host's own. */
export function withMessages(locale: Locale, overrides: MessageOverrides | undefined): Locale {
  if (overrides === undefined) return locale;
  const screens = Object.entries(locale.messages).map(([screen, texts]) => [
    screen,
    { ...texts, ...overrides[screen as keyof Messages] },
  ]);
  return { ...locale, messages: Object.fromEntries(screens) as Messages };
}
