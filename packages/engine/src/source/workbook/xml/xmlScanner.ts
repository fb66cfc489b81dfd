import { corruptError } from '../zipArchive.ts';

/** Told of each piece of the XML as it is met. Names come without their namespace prefix. */
export interface XmlHandler {
  /** `tag` is the tag's inside from after its name, for `attribute`. A self-closing element is closed at once. */
  open(name: string, tag: string): void;
  close(name: string): void;
  /** Text between tags as written, entities and all; in pieces. */
  text?(raw: string): void;
  /** Text of a CDATA section, to be taken literally. */
  literal?(text: string): void;
}

/** A single tag or text longer than this is no real part of a workbook. */
const MAX_PIECE = 64 * 1_048_576;

/**
 * Reads XML in pieces of any size. It checks no more than reading needs, and no entity beyond the predefined
 * ones is ever expanded.
 * @returns what to call with each piece of text.
 */
export function xmlScanner(handler: XmlHandler): (text: string) => void {
  let rest = '';
  return (text) => {
    const buffer = rest + text;
    let at = 0;
    for (;;) {
      const start = buffer.indexOf('<', at);
      if (start < 0) break;
      const next = buffer.charCodeAt(start + 1);
      if (next <= SPACE || next === LESS || next === EQUALS || (next >= ZERO && next <= NINE)) {
        // Nothing begins here: HTML writers forget to escape.
        handler.text?.(buffer.slice(at, start + 1));
        at = start + 1;
        continue;
      }
      if (start > at) handler.text?.(buffer.slice(at, start));
      at = start;
      const end = pieceEnd(buffer, start);
      if (end < 0) break;
      tell(handler, buffer, start, end);
      at = end;
    }
    rest = buffer.slice(at);
    if (rest.length > MAX_PIECE) throw corruptError('its XML is malformed');
  };
}

/** Where the markup that starts at `start` ends; -1 when more text is needed. */
function pieceEnd(buffer: string, start: number): number {
  const next = buffer.charCodeAt(start + 1);
  if (next === EXCLAMATION) return declarationEnd(buffer, start);
  if (next === QUESTION) return after(buffer, '?>', start);
  let quote = 0;
  for (let at = start + 1; at < buffer.length; at++) {
    const code = buffer.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at + 1;
    else if (code === DOUBLE || code === SINGLE) quote = code;
  }
  return -1;
}

function declarationEnd(buffer: string, start: number): number {
  if (buffer.startsWith('<!--', start)) return after(buffer, '-->', start + 4);
  if (buffer.startsWith('<![CDATA[', start)) return after(buffer, ']]>', start);
  if (buffer.length - start < 9) return -1;
  const simple = after(buffer, '>', start);
  const subset = buffer.indexOf('[', start);
  return subset < 0 || (simple >= 0 && simple < subset) ? simple : after(buffer, ']>', subset);
}

function after(buffer: string, mark: string, from: number): number {
  const at = buffer.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function tell(handler: XmlHandler, buffer: string, start: number, end: number): void {
  const next = buffer.charCodeAt(start + 1);
  if (next === QUESTION) return;
  if (next === EXCLAMATION) {
    if (buffer.startsWith('<![CDATA[', start)) handler.literal?.(buffer.slice(start + 9, end - 3));
    return;
  }
  if (next === SLASH) {
    handler.close(localName(buffer, start + 2, end - 1));
    return;
  }
  const closed = buffer.charCodeAt(end - 2) === SLASH;
  const inside = end - (closed ? 2 : 1);
  const nameEnd = endOfName(buffer, start + 1, inside);
  const name = localName(buffer, start + 1, nameEnd);
  handler.open(name, buffer.slice(nameEnd, inside));
  if (closed) handler.close(name);
}

function endOfName(buffer: string, from: number, to: number): number {
  let at = from;
  while (at < to && buffer.charCodeAt(at) > SPACE) at++;
  return at;
}

function localName(buffer: string, from: number, to: number): string {
  let start = from;
  let end = to;
  for (let at = from; at < to; at++) {
    const code = buffer.charCodeAt(at);
    if (code === COLON) start = at + 1;
    if (code > SPACE) continue;
    end = at;
    break;
  }
  return buffer.slice(start, end);
}

const EXCLAMATION = 0x21;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const SLASH = 0x2f;
const COLON = 0x3a;
const ZERO = 0x30;
const NINE = 0x39;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const SPACE = 0x20;
