import { byteWriter, type ByteWriter, type PackedBytes } from './byteWriter.ts';

/** Writes values as bytes, one after the other; equal texts as equal bytes. */
export interface Packer {
  readonly packed: PackedBytes;
  /** Begins anew. */
  clear(): void;
  /** A whole number from 0 to 2^31 - 1. */
  count(count: number): void;
  text(text: string): void;
  /** A value, as it is: nothing is rounded or made well-formed. What is none, an object of a host's own for one, is kept beside. */
  value(value: unknown): void;
}

/** What a value begins with. */
export const TAG = {
  null: 0,
  true: 1,
  false: 2,
  /** A whole number that is not large. */
  count: 3,
  number: 4,
  /** A text whose characters fit in a byte each, and one whose do not. */
  narrow: 5,
  wide: 6,
  list: 7,
  kept: 8,
} as const;

/** @param kept takes what is no value; its place there is written. */
export function packer(kept: unknown[] = []): Packer {
  const writer = byteWriter();
  const { byte, count, clear } = writer;
  const text = (value: string): void => writeText(writer, value);
  return {
    packed: writer,
    clear,
    count,
    text,
    value(value) {
      if (value === null) byte(TAG.null);
      else if (typeof value === 'string') text(value);
      else if (typeof value === 'number') writeNumber(writer, value);
      else if (typeof value === 'boolean') byte(value ? TAG.true : TAG.false);
      else if (isTexts(value)) {
        byte(TAG.list);
        count(value.length);
        for (const item of value) text(item);
      } else {
        byte(TAG.kept);
        count(kept.push(value) - 1);
      }
    },
  };
}

function writeText(writer: ByteWriter, text: string): void {
  const isWide = WIDE.test(text);
  writer.byte(isWide ? TAG.wide : TAG.narrow);
  writer.count(text.length);
  if (isWide) writer.wide(text);
  else writer.narrow(text);
}

/** A character that does not fit in a byte. */
const WIDE = /[^\u0000-\u00ff]/;

function writeNumber(writer: ByteWriter, number: number): void {
  const isCount =
    Number.isInteger(number) && number >= 0 && number <= MAX_COUNT && !Object.is(number, -0);
  writer.byte(isCount ? TAG.count : TAG.number);
  if (isCount) writer.count(number);
  else writer.number(number);
}

const MAX_COUNT = 2 ** 31 - 1;

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
