/** A record of a BIFF stream. */
export interface BiffRecord {
  readonly type: number;
  readonly data: Uint8Array;
  /** What did not fit: the CONTINUE records after it. */
  readonly more: readonly Uint8Array[];
}

const CONTINUE = 0x3c;

/** The records from an offset on; a cut off last one is left out. */
export function* biffRecords(stream: Uint8Array, from: number): Generator<BiffRecord, void> {
  let at = from;
  while (at + 4 <= stream.length) {
    const record = recordAt(stream, at);
    at += 4 + record.data.length;
    const more: Uint8Array[] = [];
    while (at + 4 <= stream.length) {
      const next = recordAt(stream, at);
      if (next.type !== CONTINUE) break;
      more.push(next.data);
      at += 4 + next.data.length;
    }
    yield { ...record, more };
  }
}

function recordAt(stream: Uint8Array, at: number): { type: number; data: Uint8Array } {
  const word = (offset: number): number => (stream[offset] ?? 0) | ((stream[offset + 1] ?? 0) << 8);
  return { type: word(at), data: stream.subarray(at + 4, at + 4 + word(at + 2)) };
}

/** Encodings by Windows code page; others are taken for Windows-1252. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10_000: 'macintosh',
  10_007: 'x-mac-cyrillic',
  32_768: 'macintosh',
  65_001: 'utf-8',
};

export function codePageDecoder(page: number): TextDecoder {
  const windows = page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252';
  return new TextDecoder(CODE_PAGES[page] ?? windows);
}

/** Reads BIFF8 strings out of a record and its continuations. */
export interface StringReader {
  /** A string whose length takes `lengthBytes`. */
  next(lengthBytes: 1 | 2): string;
  skip(bytes: number): void;
  done(): boolean;
}

export function stringReader({ data, more }: Pick<BiffRecord, 'data' | 'more'>): StringReader {
  const segments = [data, ...more];
  let segment = 0;
  let at = 0;
  const current = (): Uint8Array => segments[segment] ?? new Uint8Array(0);
  function settle(): void {
    while (at >= current().length && segment < segments.length) {
      at -= current().length;
      segment++;
    }
  }
  function byte(): number {
    settle();
    return current()[at++] ?? 0;
  }
  function skip(bytes: number): void {
    at += bytes;
    settle();
  }
  /** Where a string is cut, the next record says anew whether its characters are wide. */
  function characters(count: number, wideAtFirst: boolean): string {
    let text = '';
    let wide = wideAtFirst;
    for (let left = count; left > 0 && segment < segments.length;) {
      if (at >= current().length) {
        segment++;
        at = 1;
        wide = ((current()[0] ?? 0) & 1) !== 0;
        continue;
      }
      const size = wide ? 2 : 1;
      const fit = Math.max(1, Math.min(left, Math.floor((current().length - at) / size)));
      const bytes = current().subarray(at, at + fit * size);
      text += wide ? utf16.decode(bytes) : latin1(bytes);
      at += fit * size;
      left -= fit;
    }
    return text;
  }
  return {
    next(lengthBytes) {
      const length = byte() | (lengthBytes === 2 ? byte() << 8 : 0);
      const flags = byte();
      const runs = flags & 8 ? byte() | (byte() << 8) : 0;
      const extra = flags & 4 ? byte() | (byte() << 8) | (byte() << 16) | (byte() << 24) : 0;
      const text = characters(length, (flags & 1) !== 0);
      skip(runs * 4 + Math.max(0, extra));
      return text;
    },
    skip,
    done() {
      settle();
      return segment >= segments.length;
    },
  };
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Characters under U+0100, a byte each; not Windows-1252, which the name `latin1` stands for. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
