import type { ZipArchive } from '../zipArchive.ts';
import { readXmlSteps } from '../xml/readXml.ts';
import { decodeEntities, decodeEscapes } from '../xml/xmlText.ts';

/** The shared strings, rich text as plain. Pauses between pieces are the caller's. */
export function* readStrings(
  archive: ZipArchive,
  part: string | null,
): Generator<void, readonly string[]> {
  const strings: string[] = [];
  if (part === null) return strings;
  const text = plainText();
  yield* readXmlSteps(archive, part, {
    ...text,
    open(name) {
      if (name === 'si') text.clear();
      else text.open(name);
    },
    close(name) {
      if (name === 'si') strings.push(text.value());
      else text.close(name);
    },
  });
  return strings;
}

/** Collects a text from XML. */
export interface PlainText {
  open(name: string): void;
  close(name: string): void;
  text(raw: string): void;
  literal(text: string): void;
  value(): string;
  clear(): void;
}

/** What stands in the `t` elements of a plain or rich text, aids for pronunciation (`rPh`) left out. */
export function plainText(): PlainText {
  let whole = '';
  let inText = false;
  let inAid = false;
  const add = (text: string): void => {
    if (inText && !inAid) whole += text;
  };
  return {
    open(name) {
      if (name === 't') inText = true;
      else if (name === 'rPh') inAid = true;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inAid = false;
    },
    text: (raw) => add(decodeEntities(raw)),
    literal: add,
    value: () => decodeEscapes(whole),
    clear() {
      whole = '';
      inText = false;
      inAid = false;
    },
  };
}
