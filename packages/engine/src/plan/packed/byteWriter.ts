/** The first `length` of some bytes. */
export interface PackedBytes {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** Bytes being written, one after the other. */
export interface ByteWriter extends PackedBytes {
  /** Begins anew. */
  clear(): void;
  byte(byte: number): void;
  /** A whole number from 0 to 2^31 - 1; the smaller, the shorter. */
  count(count: number): void;
  number(number: number): void;
  /** The characters of a text, a byte each: the lower one, where one has two. */
  narrow(text: string): void;
  /** The characters of a text, two bytes each. */
  wide(text: string): void;
}

export function byteWriter(): ByteWriter {
  let bytes = new Uint8Array(256);
  let length = 0;

  const room = (more: number): void => {
    if (length + more <= bytes.length) return;
    const larger = new Uint8Array(Math.max(length + more, bytes.length * 2));
    larger.set(bytes);
    bytes = larger;
  };
  const byte = (value: number): void => {
    room(1);
    bytes[length] = value;
    length += 1;
  };

  return {
    get bytes() {
      return bytes;
    },
    get length() {
      return length;
    },
    clear: () => void (length = 0),
    byte,
    count(value) {
      let rest = value;
      for (; rest > 127; rest >>>= 7) byte((rest & 127) | 128);
      byte(rest);
    },
    number(value) {
      room(8);
      new DataView(bytes.buffer).setFloat64(length, value);
      length += 8;
    },
    narrow(text) {
      room(text.length);
      const [into, at] = [bytes, length];
      for (let i = 0; i < text.length; i += 1) into[at + i] = text.charCodeAt(i);
      length += text.length;
    },
    wide(text) {
      room(text.length * 2);
      for (let i = 0; i < text.length; i += 1) {
        const code = text.charCodeAt(i);
        bytes[length + i * 2] = code & 255;
        bytes[length + i * 2 + 1] = code >>> 8;
      }
      length += text.length * 2;
    },
  };
}
