import { Inflate } from 'fflate';
import { ImportError } from '../../issue/ImportError.ts';
import { crc32 } from './crc32.ts';

interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
  readonly crc: number;
}

/** An opened zip whose parts are unpacked when asked for. Part names are found whatever their case. */
export interface ZipArchive {
  readonly names: readonly string[];
  /** Bytes of a part once unpacked, as the directory says; 0 for a part that is not there. */
  size(name: string): number;
  /** A whole part; null when it is not there. */
  read(name: string): Uint8Array | null;
  /** A whole part whose check sum is right. @throws ImportError `file-corrupt` when it is not. */
  readChecked(name: string): Uint8Array | null;
  /** A part piece by piece, as far as it is asked for. */
  stream(name: string): Generator<Uint8Array, void>;
}

/** More parts than any workbook has. */
const MAX_ENTRIES = 20_000;

/**
 * Opens a zip. Sizes that the directory declares are checked before anything is unpacked, real ones while
 * unpacking, so a zip bomb costs no more than `maxBytes`.
 * @throws ImportError `file-corrupt`, `file-encrypted` or `file-too-large`, also from `read` and `stream`.
 */
export function openZip(bytes: Uint8Array, maxBytes: number): ZipArchive {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readDirectory(bytes)) entries.set(entry.name.toLowerCase(), entry);
  if ([...entries.values()].some(({ encrypted }) => encrypted)) throw encryptedError();
  const find = (name: string): ZipEntry | undefined =>
    entries.get(name.replace(/^\/+/, '').toLowerCase());
  function* stream(name: string): Generator<Uint8Array, void> {
    const entry = find(name);
    if (entry) yield* entryChunks(bytes, entry, maxBytes);
  }
  const read = (name: string): Uint8Array | null => (find(name) ? joined([...stream(name)]) : null);
  return {
    names: [...entries.values()].map(({ name }) => name),
    size: (name) => find(name)?.size ?? 0,
    read,
    readChecked(name) {
      const part = read(name);
      if (part && crc32(part) !== find(name)?.crc) throw corruptError(`${name} is damaged`);
      return part;
    },
    stream,
  };
}

export function encryptedError(): ImportError {
  return new ImportError(
    'file-encrypted',
    'The workbook is protected by a password, so it cannot be read. Open it in a spreadsheet program, save it without the password and try again.',
  );
}

export function corruptError(reason: string, cause?: unknown): ImportError {
  return new ImportError(
    'file-corrupt',
    `The workbook is damaged or cut off (${reason}). Open it in a spreadsheet program, save it anew and try again.`,
    { cause, params: { reason } },
  );
}

export function tooLarge(limit: number): ImportError {
  return new ImportError(
    'file-too-large',
    `The workbook unpacks to more than ${Math.floor(limit / 1_048_576)} MB, so it is not opened. Save its sheet as CSV and import that.`,
    { params: { limit } },
  );
}

/** Parts no bigger are unpacked however well they are packed. */
const TRUSTED_BYTES = 64 * 1_048_576;
/** Sheets are packed ten or twenty times smaller, never by so much. */
const MAX_RATIO = 200;

/** Refuses a part that is nothing but repetition: minutes of reading for no cell. */
function checkRatio(size: number, packed: number): void {
  if (size <= TRUSTED_BYTES || size <= packed * MAX_RATIO) return;
  throw new ImportError(
    'file-too-large',
    `The workbook unpacks to more than ${MAX_RATIO} times its size, as no table does, so it is not opened. Save its sheet as CSV and import that.`,
    { params: { ratio: MAX_RATIO } },
  );
}

/** A few bytes of XML may name a huge shared text thousands of times. */
export function tooMuchText(): ImportError {
  return new ImportError(
    'file-too-large',
    'The cells of the workbook hold far more text than its size allows, so it is not opened.',
  );
}

function readDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw corruptError('its end is missing');
  const { count, start } = directoryBounds(view, end);
  if (count > MAX_ENTRIES) throw corruptError('it claims too many parts');
  const entries: ZipEntry[] = [];
  try {
    for (let at = start, n = 0; n < count && view.getUint32(at, true) === 0x02014b50; n++) {
      entries.push(readDirectoryEntry(view, at));
      at +=
        46 +
        view.getUint16(at + 28, true) +
        view.getUint16(at + 30, true) +
        view.getUint16(at + 32, true);
    }
  } catch (error) {
    throw corruptError('its directory is unreadable', error);
  }
  if (count > 0 && entries.length === 0) throw corruptError('its directory is missing');
  return entries;
}

/** The end record stands last, before a comment of up to 64 kB. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

function directoryBounds(view: DataView, end: number): { count: number; start: number } {
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === 0x07064b50) {
    const at = Number(view.getBigUint64(locator + 8, true));
    if (at + 56 <= view.byteLength && view.getUint32(at, true) === 0x06064b50) {
      return {
        count: Number(view.getBigUint64(at + 32, true)),
        start: Number(view.getBigUint64(at + 48, true)),
      };
    }
  }
  return { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
}

function readDirectoryEntry(view: DataView, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const flags = view.getUint16(at + 8, true);
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  const sizes = {
    size: view.getUint32(at + 24, true),
    compressed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  return {
    // Some writers use backslashes.
    name: new TextDecoder().decode(name).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    ...wideSizes(
      new DataView(
        view.buffer,
        view.byteOffset + at + 46 + nameLength,
        view.getUint16(at + 30, true),
      ),
      sizes,
    ),
  };
}

/** Zip64 keeps sizes of 4 GB and more in an extra field, in this order, only those that overflowed. */
function wideSizes<Sizes extends { size: number; compressed: number; offset: number }>(
  extra: DataView,
  sizes: Sizes,
): Sizes {
  const wide = { ...sizes };
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'compressed', 'offset'] as const) {
      if (sizes[key] !== 0xffffffff) continue;
      wide[key] = Number(extra.getBigUint64(field, true));
      field += 8;
    }
  }
  return wide;
}

/** A step small enough that what it may unpack to (1,032 times as much) fits in memory. */
const STEP = 65_536;

function* entryChunks(
  bytes: Uint8Array,
  entry: ZipEntry,
  maxBytes: number,
): Generator<Uint8Array, void> {
  const data = entryData(bytes, entry);
  if (entry.size > maxBytes) throw tooLarge(maxBytes);
  checkRatio(entry.size, data.length);
  if (entry.method === 0) {
    for (let at = 0; at < data.length; at += STEP) yield data.subarray(at, at + STEP);
    return;
  }
  if (entry.method !== 8) throw corruptError(`${entry.name} is packed in an unknown way`);
  const ready: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    ready.push(chunk);
    size += chunk.length;
  });
  for (let at = 0; at < data.length; at += STEP) {
    try {
      inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    } catch (error) {
      throw corruptError(`${entry.name} cannot be unpacked`, error);
    }
    if (size > maxBytes) throw tooLarge(maxBytes);
    checkRatio(size, data.length);
    yield* ready.splice(0);
  }
}

function entryData(bytes: Uint8Array, { name, offset, compressed }: ZipEntry): Uint8Array {
  if (offset + 30 > bytes.length) throw corruptError(`${name} is missing`);
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 30);
  const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + compressed > bytes.length) throw corruptError(`${name} is cut off`);
  return bytes.subarray(start, start + compressed);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
