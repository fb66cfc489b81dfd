import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice } from '../schema/fields.ts';
import type { ChoiceField } from '../schema/Schema.ts';
import { exceptNothing } from './cleanCell.ts';
import { converted } from './converted.fixture.ts';
import { choiceConverter, splitChoices } from './convertChoice.ts';

describe('choice', () => {
  const segment: ChoiceField = choice({
    label: 'Segment',
    options: [
      'A-kund',
      { value: 'b', label: 'B-kund', aliases: ['Klass B', 'b2b'] },
      { value: 'mala', label: 'Måla' },
      { value: 'mala2', label: 'Mala' },
      { value: 'x', label: 'Malmö, Sweden' },
    ],
  });
  const none = new Map<string, string | null>();

  test.each<[string, string]>([
    ['A-kund', 'A-kund'],
    ['a-KUND', 'A-kund'],
    ['b', 'b'],
    ['B-kund', 'b'],
    ['klass  b', 'b'],
    ['B2B', 'b'],
    ['måla', 'mala'],
    ['mala', 'mala'],
    ['Malmo, sweden', 'x'],
    ['other', '!choice-unknown'],
    ['', ''],
    ['N/A', 'placeholder-empty'],
    ['__proto__', '!choice-unknown'],
  ])('%j is %j', (raw, expected) => {
    if (raw !== '')
      expect(converted(exceptNothing(choiceConverter(segment, none)), raw)).toBe(expected);
  });

  test('an open choice keeps what is no option', () => {
    const open = choiceConverter({ ...segment, open: true }, none);
    expect([converted(open, 'klass b'), converted(open, ' Other ')]).toEqual(['b', 'Other']);
    expect(converted(exceptNothing(open), 'N/A')).toBe('N/A');
  });

  test('the user’s own decisions come first', () => {
    const decided = choiceConverter(
      segment,
      new Map([
        ['b', 'A-kund'],
        ['gone', null],
      ]),
    );
    expect([converted(decided, 'b'), converted(decided, 'gone')]).toEqual(['A-kund', null]);
  });

  const several = exceptNothing(choiceConverter({ ...segment, multiple: true }, none));
  test.each<[string, unknown]>([
    ['A-kund', ['A-kund']],
    ['A-kund; b', [['A-kund', 'b']]],
    ['A-kund, B-kund, b2b', [['A-kund', 'b']]],
    ['A-kund|b', [['A-kund', 'b']]],
    ['A-kund\nb', [['A-kund', 'b']]],
    ['Malmö, Sweden', ['x']],
    ['"Malmö, Sweden", b', [['x', 'b']]],
    ['Malmö, Sweden; b', [['x', 'b']]],
    ['A-kund;;', ['A-kund']],
    ['A-kund; foo; bar', '!choice-unknown !choice-unknown'],
  ])('several: %j', (raw, expected) => {
    const result = converted(several, raw);
    expect(typeof expected === 'string' ? result : [result].flat(1)).toEqual(
      Array.isArray(expected) ? expected.flat(1) : expected,
    );
  });

  test('a new value of an open choice is one however its letters are cased', () => {
    const open = choiceConverter({ ...segment, multiple: true, open: true }, none);
    expect(converted(open, 'zed;ZED; Zed ;other')).toEqual(['zed', 'other']);
    expect(converted(open, 'B-kund;zed')).toEqual(['b', 'zed']);
  });

  test('a cell of many unknown parts is told of in a few issues', () => {
    expect(String(converted(several, 'y,'.repeat(30_000))).split(' ')).toHaveLength(20);
  });

  test('parts never hold their separator, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', ';', '|', '"', '\n') }),
        (raw) => {
          const parts = splitChoices(raw);
          expect(parts.every((part) => part === part.trim() && part !== '')).toBe(true);
          if (!raw.includes('"') && raw.includes(';') && !raw.includes('\n'))
            expect(parts.join('')).not.toContain(';');
        },
      ),
    );
  });
});
