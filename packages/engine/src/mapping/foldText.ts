const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  '°': 'o',
};

/** Lower case without diacritics, so that `Straße` is `strasse` and `Företag` is `foretag`. */
export function foldText(text: string): string {
  const lower = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return lower.replace(/[ßæœøđðłþı°]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The spelling people use where the keyboard lacks the letter: `ä` is `ae`, `å` is `aa`. Null when it is the same. */
export function foldToAscii(text: string): string | null {
  const lower = text.normalize('NFC').toLowerCase();
  if (!/[äöüåøæ]/.test(lower)) return null;
  const spelled = lower
    .replace(/[äæ]/g, 'ae')
    .replace(/[öø]/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/å/g, 'aa');
  return foldText(spelled);
}
