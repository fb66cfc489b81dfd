import { type CellConverter, unreadable } from './CellConverter.ts';
import { foldText } from './foldText.ts';

const YES =
  'true t yes y ja j ok on 1 x v ✓ ✔ ☑ ✅ √ checked sant sann sandt tosi kyllä k wahr waar vrai oui o si s sí verdadero vero sim verdadeiro tak prawda da adevărat adevarat jah jā taip ano pravda igen igaz já aktiv active activ';
const NO =
  'false f no n nej nei nein nee off 0 ✗ ✘ ☐ ❌ falskt falskt falsk usant usann epätosi ei e falsch onwaar faux non falso não nao nie fałsz falsz nu fals ni vale nē ne nepravda nem hamis inaktiv inactive inactiv';

/** No word is longer. */
const LONGEST = 20;

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...YES.split(' ').map((word) => [foldText(word), true] as const),
  ...NO.split(' ').map((word) => [foldText(word), false] as const),
]);

/** Yes and no in many languages, ticks, and `1` and `0`. */
export const convertBoolean: CellConverter = (text) =>
  WORDS.get(text) ??
  (text.length > LONGEST ? undefined : WORDS.get(foldText(text))) ??
  unreadable('boolean-invalid', text);
