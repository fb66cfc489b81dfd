import { describe, expect, test } from 'vitest';
import { exceptNothing } from './cleanCell.ts';
import { converted } from './converted.fixture.ts';
import { convertBoolean } from './convertBoolean.ts';

describe('yes and no', () => {
  const boolean = exceptNothing(convertBoolean);

  test.each([
    'yes',
    'YES',
    'Ja',
    'j',
    'sant',
    'SANN',
    'oui',
    'sí',
    'si',
    'da',
    'tak',
    'kyllä',
    'wahr',
    'vrai',
    'vero',
    'sim',
    'true',
    'TRUE',
    'T',
    '1',
    'x',
    'X',
    '✓',
    '✔',
    '☑',
    'on',
    ' ja ',
  ])('%j is yes', (text) => {
    expect(converted(boolean, text)).toBe(true);
  });
  test.each([
    'no',
    'Nej',
    'nei',
    'nein',
    'non',
    'ei',
    'nie',
    'nu',
    'não',
    'false',
    'FALSE',
    'falskt',
    'f',
    '0',
    '✗',
    '☐',
    'off',
    'n',
  ])('%j is no', (text) => {
    expect(converted(boolean, text)).toBe(false);
  });
  test.each(['maybe', '2', 'yes and no', 'constructor'])('%j is neither', (text) => {
    expect(converted(boolean, text)).toBe('!boolean-invalid');
  });
  test('a workbook’s own booleans and a placeholder', () => {
    expect(converted(boolean, 'true', 'boolean')).toBe(true);
    expect(converted(boolean, '1', 'number')).toBe(true);
    expect(converted(boolean, 'N/A')).toBe('placeholder-empty');
  });
});
