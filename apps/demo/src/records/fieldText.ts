import type { Field, Value } from '@importera/engine';
import type { Language } from '../texts/useTexts.ts';

/** A stored value as a person reads it. */
export function fieldText(value: Value | undefined, field: Field, language: Language): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((part) => optionText(String(part), field)).join(', ');
  switch (field.type) {
    case 'number':
      return numberText(Number(value), field.unit, language);
    case 'date':
      return dateText(String(value), language);
    case 'boolean':
      return { en: ['No', 'Yes'], sv: ['Nej', 'Ja'] }[language][value === true ? 1 : 0] ?? '';
    case 'url':
      return String(value)
        .replace(/^https?:\/\//u, '')
        .replace(/\/$/u, '');
    case 'phone':
      return phoneText(String(value));
    default:
      return optionText(String(value), field);
  }
}

/** A value that is kept as it is, though the field's choices do not have it (FX10). */
export function isOwnValue(value: string, field: Field): boolean {
  if (field.type !== 'choice') return false;
  return !field.options.some(
    (option) => (typeof option === 'string' ? option : option.value) === value,
  );
}

export function optionText(value: string, field: Field): string {
  if (field.type !== 'choice') return value;
  const found = field.options.find(
    (option) => typeof option !== 'string' && option.value === value,
  );
  return typeof found === 'object' ? (found.label ?? value) : value;
}

function numberText(value: number, unit: string | undefined, language: Language): string {
  const locale = language === 'sv' ? 'sv-SE' : 'en-SE';
  const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  return unit === undefined ? text : `${text} ${unit === 'SEK' && language === 'sv' ? 'kr' : unit}`;
}

function dateText(value: string, language: Language): string {
  const date = new Date(value.length === 10 ? `${value}T00:00:00` : value);
  if (Number.isNaN(date.getTime())) return value;
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(date);
}

/** How many digits stand together after the area code. */
const groups: Readonly<Record<number, readonly number[]>> = {
  5: [3, 2],
  6: [2, 2, 2],
  7: [3, 2, 2],
  8: [3, 3, 2],
};

/** Swedish and Norwegian numbers as they are written at home, in groups; others as they are. */
function phoneText(value: string): string {
  const norwegian = /^\+47(\d{3})(\d{2})(\d{3})$/u.exec(value);
  if (norwegian !== null) return norwegian.slice(1).join(' ');
  const home = /^\+46(8|10|7\d|[1-9]\d)(\d{5,8})$/u.exec(value);
  if (home === null) return value;
  const [, area = '', rest = ''] = home;
  let from = 0;
  const parts = (groups[rest.length] ?? []).map((length) => rest.slice(from, (from += length)));
  return `0${area}-${parts.join(' ')}`;
}
