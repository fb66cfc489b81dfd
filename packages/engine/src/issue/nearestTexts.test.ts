import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../locales/en.ts';
import { sv } from '../locales/sv.ts';
import type { IssueTexts } from './IssueTexts.ts';
import { languageTag } from './IssueLanguage.ts';
import { nearestTexts, textsOf } from './nearestTexts.ts';

const texts = (language: string): IssueTexts => ({ ...en, language });

describe('nearestTexts', () => {
  const cases: readonly {
    readonly asked: readonly string[];
    readonly known: readonly string[];
    readonly found: string;
  }[] = [
    { asked: ['sv'], known: ['sv'], found: 'sv' },
    { asked: ['sv-SE'], known: ['sv'], found: 'sv' },
    { asked: ['SV-se'], known: ['sv'], found: 'sv' },
    { asked: ['sv_SE'], known: ['sv'], found: 'sv' },
    { asked: [' sv '], known: ['sv'], found: 'sv' },
    { asked: ['sv-FI'], known: ['sv', 'sv-FI'], found: 'sv-FI' },
    { asked: ['sv-SE'], known: ['sv-FI', 'sv'], found: 'sv' },
    { asked: ['sv'], known: ['sv-FI', 'sv-SE'], found: 'sv-FI' },
    { asked: ['pt'], known: ['sv', 'pt-BR'], found: 'pt-BR' },
    { asked: ['zh-Hant-TW'], known: ['zh-Hans', 'zh-Hant'], found: 'zh-Hant' },
    { asked: ['nb'], known: ['sv'], found: 'en' },
    { asked: ['svx'], known: ['sv'], found: 'en' },
    { asked: ['s'], known: ['sv'], found: 'en' },
    { asked: ['nb', 'sv-SE', 'en'], known: ['sv'], found: 'sv' },
    { asked: ['en-GB', 'sv'], known: ['sv'], found: 'en' },
    { asked: ['fr'], known: ['sv', 'en-GB'], found: 'en' },
    { asked: [], known: ['sv'], found: 'en' },
    { asked: ['', '-', '*'], known: ['sv'], found: 'en' },
    { asked: ['__proto__', 'constructor'], known: ['sv'], found: 'en' },
  ];
  test.each(cases)('$asked of $known is $found', ({ asked, known, found }) => {
    expect(nearestTexts(asked, known.map(texts)).language).toBe(found);
  });

  test('takes the first of two for one language, also before the built-in English', () => {
    const own = texts('en');
    expect(nearestTexts(['fr'], [own])).toBe(own);
    expect(nearestTexts(['en-US'], [own, texts('en')])).toBe(own);
    expect(nearestTexts(['en-US'])).toBe(en);
  });

  test('gives texts it knows, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (asked) => {
        expect([en, sv]).toContain(nearestTexts(asked, [sv]));
      }),
    );
  });
});

describe('textsOf', () => {
  test('uses texts as they are, known or not', () => {
    const own = texts('fi');
    expect(textsOf(own, [sv])).toBe(own);
  });

  test('finds those of a tag, and English where no language is asked for', () => {
    expect(textsOf('sv-SE', [sv])).toBe(sv);
    expect(textsOf(undefined, [sv])).toBe(en);
  });
});

test('the tag of texts crosses in their place', () => {
  expect([languageTag(sv), languageTag('sv-SE')]).toEqual(['sv', 'sv-SE']);
});
