import { Inflate } from 'fflate';
import { ImportError } from '../../issue/ImportError.ts';

interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

export interface ZipOptions {
  /** Most bytes the wanted parts may have together once inflated. */
  readonly maxBytes: number;
  /** Parts that are not wanted are never inflated. */
  readonly wanted: (name: string) => boolean;
}

/** More parts than any workbook has. */
const MAX_ENTRIES = 20_000;

/**
 * The wanted parts of a zip, by name. The directory's sizes are added up before anything is inflated, and
 * the real sizes are counted while inflating, so a zip bomb costs no more than `maxBytes`.
 * @throws ImportError `file-corrupt`, `file-encrypted` or `file-too-large`.
 */
export function zipParts(
  bytes: Uint8Array,
  { maxBytes, wanted }: ZipOptions,
): ReadonlyMap<string, Uint8Array> {
  const entries = readDirectory(bytes).filter(({ name }) => !name.endsWith('/') && wanted(name));
  if (entries.some(({ encrypted }) => encrypted)) throw encryptedError();
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  if (declared > maxBytes) throw tooLarge(maxBytes);
  const parts = new Map<string, Uint8Array>();
  let left = maxBytes;
  for (const entry of entries) {
    const part = readEntry(bytes, entry, left);
    if (!part) throw tooLarge(maxBytes);
    left -= part.length;
    parts.set(entry.name, part);
  }
  return parts;
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
    ...wideSizes(view, at + 46 + nameLength, view.getUint16(at + 30, true), sizes),
  };
}

/** Zip64 keeps sizes of 4 GB and more in an extra field, in this order, only those that overflowed. */
function wideSizes<Sizes extends { size: number; compressed: number; offset: number }>(
  view: DataView,
  start: number,
  length: number,
  sizes: Sizes,
): Sizes {
  const wide = { ...sizes };
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const key of ['size', 'compressed', 'offset'] as const) {
      if (sizes[key] !== 0xffffffff) continue;
      wide[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
  return wide;
}

/** Null when the part is bigger than `limit`. */
function readEntry(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | null {
  const { offset, compressed, name } = entry;
  if (offset + 30 > bytes.length) throw corruptError(`${name} is missing`);
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 30);
  const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + compressed > bytes.length) throw corruptError(`${name} is cut off`);
  const data = bytes.subarray(start, start + compressed);
  if (entry.method === 0) return data.length > limit ? null : data;
  if (entry.method !== 8) throw corruptError(`${name} is packed in an unknown way`);
  try {
    return inflate(data, limit);
  } catch (error) {
    throw corruptError(`${name} cannot be unpacked`, error);
  }
}

/** A step small enough that what it may unpack to (1,032 times as much) fits in memory. */
const STEP = 65_536;

function inflate(data: Uint8Array, limit: number): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  });
  for (let at = 0; at < data.length && size <= limit; at += STEP) {
    stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  }
  return size > limit ? null : joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
