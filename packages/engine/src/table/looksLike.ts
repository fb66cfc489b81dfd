import { dateOrdersOf } from './dateEvidence.ts';
import { decimalsOf } from './numberEvidence.ts';
import type { ColumnProfile } from './Table.ts';

type Likely = keyof ColumnProfile['likely'];

/** Whether a text could be read as each type, cheaply: a guess for suggestions, not the conversion. */
export const LOOKS_LIKE: Readonly<Record<Likely, (text: string) => boolean>> = {
  number: (text) => decimalsOf(text) !== 0,
  date: isDateLike,
  boolean: (text) => BOOLEANS.has(text.toLowerCase()),
  email: (text) => text.includes('@') && EMAIL.test(text),
  phone: isPhoneLike,
  url: (text) => URL_LIKE.test(text),
};

const EMAIL = /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[\p{L}\p{N}-]{2,}$/u;
const URL_LIKE =
  /^(?:https?:\/\/\S+|www\.\S+\.\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}(?:\/\S*)?)$/i;
const WORD_MONTH =
  /^(?:\p{L}{2,9}\.?,?\s)?(?:\d{1,2}\.?[-\s/]?\p{L}{3,9}\.?[-\s/,]*\d{2,4}|\p{L}{3,9}\.?\s\d{1,2},?\s\d{4})(?:\s\d{1,2}:\d{2}.*)?$/u;
const COMPACT = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

function isDateLike(text: string): boolean {
  if (text.length < 6 || text.length > 40) return false;
  return dateOrdersOf(text) !== 0 || COMPACT.test(text) || WORD_MONTH.test(text);
}

const PHONE = /^(?:\+|00|\(|0)[\d\s()./-]{5,20}\d(?:\s?(?:x|ext\.?|ank\.?)\s?\d{1,5})?$/i;
const LOCAL_PHONE = /^\d{2,4}[\s-]\d{2,4}(?:[\s-]?\d{2,4}){1,2}$/;

function isPhoneLike(text: string): boolean {
  if (!PHONE.test(text) && !LOCAL_PHONE.test(text)) return false;
  const digits = text.replaceAll(/\D/g, '').length;
  return digits >= 6 && digits <= 15 && !isDateLike(text);
}

/** Words for yes and no in the languages of the field lists, in lower case. */
const BOOLEANS: ReadonlySet<string> = new Set(
  (
    'true false yes no y n t f on off 1 0 x ja nej nei nein j oui non o da nu si sì sí sim não nao ' +
    'kyllä ei k e tak nie ano ne igen nem evet hayır jah sant falsk sann usann vrai faux wahr falsch ' +
    'vero falso verdadero verdadeiro waar onwaar adevărat fals tosi epätosi ✓ ✔ ✗ ☑ ☐'
  ).split(' '),
);
