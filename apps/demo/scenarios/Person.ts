import type { Localized } from './Localized.ts';

/** Somebody one can sign in as. A real host has real accounts here. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** What the scenario's `permissions` decide by. */
  readonly role: string;
  readonly title: Localized;
  /** In a few words, what the role may do; shown at the door. */
  readonly may: Localized;
  /** May add fields of the company's own. */
  readonly isAdministrator: boolean;
}
