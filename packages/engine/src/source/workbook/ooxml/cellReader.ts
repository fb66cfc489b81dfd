import { MAX_COLUMNS } from '../cellList.ts';
import { KIND } from '../cellKinds.ts';
import { numberCell, type ShownCell } from '../numberCell.ts';
import type { BookParts } from './readSheet.ts';
import { plainText } from './readStrings.ts';
import { decodeEntities, decodeEscapes, isTrue } from '../xml/xmlText.ts';

/** Reads one `c` element after another. */
export interface CellReader {
  /** A cell begins; gives its 0-based column, which is one after `previous` unless it says another. */
  begin(tag: string, previous: number): number;
  open(name: string): void;
  close(name: string): void;
  text(raw: string): void;
  literal(text: string): void;
  /** The cell has ended; null for a blank one. */
  end(): ShownCell | null;
}

export function createCellReader({ strings, formats, date1904 }: BookParts): CellReader {
  const inline = plainText();
  let inValue = false;
  let type = '';
  let style = -1;
  let value = '';

  function shown(): ShownCell | null {
    if (type === 'inlineStr') return textCell(inline.value() || textOf(value));
    if (value === '') return null;
    switch (type) {
      case 's':
        return textCell(strings[Number(value)] ?? '');
      case 'str':
        return textCell(textOf(value));
      case 'b':
        return { text: isTrue(value.trim()) ? 'true' : 'false', kind: KIND.boolean };
      case 'e':
        return { text: decodeEntities(value).trim(), kind: KIND.error };
      case 'd':
        return isoCell(value.trim());
      default:
        return numberCell(Number(value), formats[style] ?? null, date1904);
    }
  }

  return {
    begin(tag, previous) {
      let column = previous + 1;
      type = '';
      style = -1;
      value = '';
      inValue = false;
      readAttributes(tag, (name, text) => {
        if (name === R) column = columnOf(text) ?? column;
        else if (name === T) type = text;
        else if (name === S) style = Number(text);
      });
      if (type === 'inlineStr') inline.clear();
      return column;
    },
    open(name) {
      if (name === 'v') inValue = true;
      else if (type === 'inlineStr') inline.open(name);
    },
    close(name) {
      if (name === 'v') inValue = false;
      else if (type === 'inlineStr') inline.close(name);
    },
    text(raw) {
      if (inValue) value += raw;
      else if (type === 'inlineStr') inline.text(raw);
    },
    literal(text) {
      if (inValue) value += text.replaceAll('&', '&amp;');
      else if (type === 'inlineStr') inline.literal(text);
    },
    end() {
      const cell = shown();
      type = '';
      return cell;
    },
  };
}

function textOf(raw: string): string {
  return decodeEscapes(decodeEntities(raw));
}

function textCell(text: string): ShownCell | null {
  return text === '' ? null : { text, kind: KIND.text };
}

/** A date written out (`t="d"`): `2021-01-01T00:00:00Z`, `10:30:00`. */
function isoCell(text: string): ShownCell {
  const bare = text.replace(/(?:\.\d+)?Z?$/, '').replace(/T00:00(?::00)?$/, '');
  return { text: bare, kind: /^\d{4}-/.test(bare) ? KIND.date : KIND.time };
}

const R = 0x72;
const S = 0x73;
const T = 0x74;

/** Calls `take` with each attribute whose name is one letter; a regular expression would be slow here. */
function readAttributes(tag: string, take: (name: number, value: string) => void): void {
  for (let equals = tag.indexOf('='); equals > 0; equals = tag.indexOf('=', equals)) {
    let nameEnd = equals - 1;
    while (tag.charCodeAt(nameEnd) <= 0x20) nameEnd--;
    let start = equals + 1;
    while (tag.charCodeAt(start) <= 0x20) start++;
    const end = tag.indexOf(tag.charAt(start), start + 1);
    if (end < 0) return;
    const before = tag.charCodeAt(nameEnd - 1);
    if (!(before > 0x20)) take(tag.charCodeAt(nameEnd), tag.slice(start + 1, end));
    equals = end + 1;
  }
}

/** 0-based column of a reference such as `AB12`; undefined when it has no letters. */
export function columnOf(reference: string): number | undefined {
  let column = 0;
  for (let at = 0; at < reference.length && column <= MAX_COLUMNS; at++) {
    const letter = (reference.charCodeAt(at) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column - 1;
}
