import type { Value } from '../../schema/Schema.ts';
import { TAG } from './packer.ts';

/** Reads what a `Packer` wrote, in the same order. */
export interface Unpacker {
  count(): number;
  value(): Value;
}

/** @param kept what the packer kept beside. */
export function unpacker(bytes: Uint8Array, kept: readonly unknown[] = []): Unpacker {
  let at = 0;
  const byte = (): number => {
    at += 1;
    return bytes[at - 1] ?? 0;
  };
  const count = (): number => {
    let sum = 0;
    for (let shift = 0; ; shift += 7) {
      const part = byte();
      sum |= (part & 127) << shift;
      if (part < 128) return sum;
    }
  };
  const number = (): number => {
    at += 8;
    return new DataView(bytes.buffer, bytes.byteOffset).getFloat64(at - 8);
  };
  const text = (isWide: boolean): string => {
    const length = count();
    const from = at;
    at += isWide ? length * 2 : length;
    return isWide ? characters(bytes.slice(from, at)) : charactersOf(bytes.subarray(from, at));
  };
  const value = (): Value => {
    switch (byte()) {
      case TAG.true:
        return true;
      case TAG.false:
        return false;
      case TAG.count:
        return count();
      case TAG.number:
        return number();
      case TAG.narrow:
        return text(false);
      case TAG.wide:
        return text(true);
      case TAG.list:
        return Array.from({ length: count() }, () => text(byte() === TAG.wide));
      case TAG.kept:
        return kept[count()] as Value;
      default:
        return null;
    }
  };
  return { count, value };
}

/** Two bytes each, the lower one first, whatever the machine's own order is. */
function characters(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer);
  return charactersOf(
    Uint16Array.from({ length: bytes.length / 2 }, (_, i) => view.getUint16(i * 2, true)),
  );
}

/** Characters given to one call at most: each is an argument. */
const CALL_CHARACTERS = 4096;

function charactersOf(codes: Uint8Array | Uint16Array): string {
  let text = '';
  for (let from = 0; from < codes.length; from += CALL_CHARACTERS)
    text += String.fromCharCode(...codes.subarray(from, from + CALL_CHARACTERS));
  return text;
}
