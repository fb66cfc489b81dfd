import { describe, expect, test } from 'vitest';
import { headerTokens } from '../headerTokens.ts';
import { ALONE, COMPOSITIONS } from './compositions.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { et } from './et.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { LANGUAGE_COUNT } from './openLexicon.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { RELATIONS } from './relations.ts';
import { ro } from './ro.ts';
import { sv } from './sv.ts';
import { UNITS } from './units.ts';
import type { Terms, Unit } from './units.ts';

const LANGUAGES: Readonly<Record<string, Terms>> = {
  en,
  sv,
  nb,
  da,
  fi,
  de,
  nl,
  fr,
  es,
  it,
  pt,
  pl,
  ro,
  et,
};
/** What no business file is without. */
const CORE: readonly Unit[] = [
  'first-name',
  'last-name',
  'contact-name',
  'company-name',
  'org-number',
  'vat-number',
  'email',
  'phone',
  'mobile',
  'website',
  'street',
  'postal-code',
  'city',
  'region',
  'country',
  'customer-number',
  'job-title',
  'notes',
  'birth-date',
  'language',
  'currency',
  'payment-terms',
  'name',
  'number',
  'date',
  'type',
  'billing',
  'shipping',
  'customer',
  'contact',
];

describe.each(Object.entries(LANGUAGES))('%s', (_, terms) => {
  test('names the things that no business file is without', () => {
    expect(CORE.filter((unit) => !terms[unit])).toEqual([]);
  });

  test('uses a word for one thing only', () => {
    const meanings = new Map<string, Unit>();
    const doubtful: string[] = [];
    for (const [unit, list] of Object.entries(terms)) {
      for (const term of list.split(',')) {
        const letters = headerTokens(term).join('');
        const known = meanings.get(letters);
        if (known && known !== unit) doubtful.push(`${term.trim()}: ${known}, ${unit}`);
        meanings.set(letters, unit as Unit);
      }
    }
    expect(doubtful).toEqual([]);
  });

  test('has no empty words', () => {
    const words = Object.values(terms).flatMap((list) => list.split(','));
    expect(words.filter((word) => headerTokens(word).length === 0)).toEqual([]);
  });
});

test('every language is opened', () => {
  expect(LANGUAGE_COUNT).toBe(Object.keys(LANGUAGES).length);
});

test('compositions shrink, so that composing ends', () => {
  const growing = COMPOSITIONS.filter(([, ...parts]) => new Set(parts).size < 2);
  expect(growing).toEqual([]);
});

test('relations are certainties below 1 between known units', () => {
  const units = Object.keys(UNITS);
  for (const [unit, near] of Object.entries(RELATIONS)) {
    expect(units).toContain(unit);
    for (const [other, certainty] of Object.entries(near)) {
      expect(units).toContain(other);
      expect(other).not.toBe(unit);
      expect(certainty).toBeGreaterThan(0);
      expect(certainty).toBeLessThan(1);
    }
  }
  expect(Object.values(ALONE).filter((unit) => !units.includes(unit))).toEqual([]);
});
