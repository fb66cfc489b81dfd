import type { PackedBytes } from './byteStore.ts';

/** A text as bytes: equal texts as equal ones, and those of one text are never the beginning of those of another. */
export interface TextPacker {
  /** The bytes of the text that was packed last. */
  readonly packed: PackedBytes;
  pack(text: string): void;
}

/** Bytes before the characters: how many there are, and whether each takes one byte or two. */
const HEAD = 4;

export function textPacker(): TextPacker {
  const packed = { bytes: new Uint8Array(256), length: 0 };
  return {
    packed,
    pack(text) {
      const { length } = text;
      if (packed.bytes.length < HEAD + length * 2) packed.bytes = new Uint8Array(HEAD + length * 2);
      const { bytes } = packed;
      let all = 0;
      for (let i = 0; i < length; i += 1) {
        const code = text.charCodeAt(i);
        all |= code;
        bytes[HEAD + i] = code & 255;
      }
      const isWide = all > 255;
      if (isWide) writeWide(bytes, text);
      packed.length = HEAD + (isWide ? length * 2 : length);
      const head = length * 2 + (isWide ? 1 : 0);
      for (let i = 0; i < HEAD; i += 1) bytes[i] = (head >>> (8 * i)) & 255;
    },
  };
}

function writeWide(bytes: Uint8Array, text: string): void {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    bytes[HEAD + i * 2] = code & 255;
    bytes[HEAD + i * 2 + 1] = code >>> 8;
  }
}
