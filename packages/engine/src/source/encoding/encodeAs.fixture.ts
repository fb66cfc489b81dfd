import { createDecoder } from './createDecoder.ts';

/**
 * Bytes of a text in an encoding, for tests: there is a decoder for each, so the table is turned round.
 * Throws where the encoding lacks a character.
 */
export function encodeAs(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return toUtf16(text, encoding === 'utf-16le');
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    const known = code < 0x80 ? [code] : tableOf(encoding).get(char);
    if (known === undefined) throw new Error(`${encoding} has no ${char}`);
    bytes.push(...known);
  }
  return Uint8Array.from(bytes);
}

function toUtf16(text: string, little: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]): void => {
    const decoder = createDecoder(encoding);
    const text = decoder.decode(Uint8Array.from(bytes)) + decoder.end();
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let a = 0x80; a < 0x100; a++) add(a);
  if (/jis|euc|gb|big5/.test(encoding)) {
    for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) add(a, b);
  }
  tables.set(encoding, table);
  return table;
}
