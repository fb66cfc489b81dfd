/** A text in the languages of the demo. */
export interface Localized {
  readonly en: string;
  readonly sv: string;
}
