import { corruptError } from '../zipArchive.ts';

const END = 0xfffffffa;

/**
 * The first of the named streams that an OLE compound file has, whatever their case; null when there is none. Sectors that are
 * missing end it early instead of failing, so that of a damaged file as much as possible is read.
 * @throws ImportError `file-corrupt` when the file's own tables are unreadable.
 */
export function compoundStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  if (bytes.length < 512) throw corruptError('its header is cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift < 7 || shift > 20) throw corruptError('its header is unreadable');
  const file: Sectors = { bytes, view, size: 1 << shift, first: 512, fat: [] };
  const whole = { ...file, first: Math.max(512, file.size), fat: readFat(file) };
  const entries = readDirectory(chain(whole, view.getUint32(48, true)));
  const entry = names
    .map((name) => entries.find((one) => one.type === 2 && sameName(one.name, name)))
    .find((found) => found !== undefined);
  if (!entry) return null;
  const small = entry.size < view.getUint32(56, true) && entry.size > 0;
  if (!small) return chain(whole, entry.start).subarray(0, entry.size || undefined);
  const root = entries.find(({ type }) => type === 5);
  const container = chain(whole, root?.start ?? END);
  return chain(
    smallSectors(container, chain(whole, view.getUint32(60, true)), view.getUint16(32, true)),
    entry.start,
  ).subarray(0, entry.size);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

interface Sectors {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly size: number;
  /** Where sector 0 begins. */
  readonly first: number;
  /** The sector that follows each. */
  readonly fat: readonly number[];
}

function readFat({ view, size, bytes }: Sectors): readonly number[] {
  const first = Math.max(512, size);
  const tables: number[] = [];
  for (let at = 0; at < 109; at++) tables.push(view.getUint32(76 + at * 4, true));
  let more = view.getUint32(68, true);
  for (
    let n = 0;
    more < END && first + (more + 1) * size <= bytes.length && n < bytes.length / size;
    n++
  ) {
    const at = first + more * size;
    for (let entry = 0; entry < size - 4; entry += 4) tables.push(view.getUint32(at + entry, true));
    more = view.getUint32(at + size - 4, true);
  }
  const fat: number[] = [];
  for (const table of tables) {
    const at = first + table * size;
    if (table >= END) continue;
    for (let entry = 0; entry < size; entry += 4)
      fat.push(at + entry + 4 <= bytes.length ? view.getUint32(at + entry, true) : END);
  }
  return fat;
}

function chain({ bytes, size, first, fat }: Sectors, start: number): Uint8Array {
  const sectors: Uint8Array[] = [];
  let sector = start;
  // A chain that runs in a circle ends after as many sectors as there are.
  for (let n = 0; sector < END && n <= bytes.length / size; n++) {
    const at = first + sector * size;
    if (at >= bytes.length) break;
    sectors.push(bytes.subarray(at, Math.min(at + size, bytes.length)));
    sector = fat[sector] ?? END;
  }
  const whole = new Uint8Array(sectors.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of sectors) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function smallSectors(container: Uint8Array, table: Uint8Array, shift: number): Sectors {
  const entries = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const fat = Array.from({ length: table.length >> 2 }, (_, at) => entries.getUint32(at * 4, true));
  const view = new DataView(container.buffer, container.byteOffset, container.byteLength);
  return { bytes: container, view, size: 1 << Math.min(12, Math.max(4, shift)), first: 0, fat };
}

interface Entry {
  readonly name: string;
  /** 2 a stream, 5 the root. */
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

function readDirectory(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    const name = new TextDecoder('utf-16le').decode(
      bytes.subarray(at, at + Math.max(0, length - 2)),
    );
    entries.push({
      name,
      type: bytes[at + 66] ?? 0,
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}
