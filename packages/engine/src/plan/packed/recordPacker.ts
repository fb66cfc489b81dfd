import type { Value } from '../../schema/Schema.ts';
import type { PackedBytes } from './byteStore.ts';

/** What is packed of a record. */
export interface PackedRecord {
  readonly id: string | null;
  readonly parentId: string | null;
  /** By slot. */
  readonly values: readonly Value[];
  /** Slots that a row has changed. */
  readonly changed: readonly number[];
}

/** Writes records as bytes, and reads them again. */
export interface RecordPacker {
  /** What it gives holds until the next record is packed. */
  pack(record: PackedRecord): PackedBytes;
  unpack(bytes: Uint8Array): PackedRecord;
}

/** As JSON, for nothing else is written as fast. What would come back otherwise than it was, a date of a host's own for one, is kept beside. */
export function recordPacker(): RecordPacker {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const kept: unknown[] = [];
  const packed = { bytes: new Uint8Array(1024), length: 0 };
  const written = (value: Value): Written =>
    isJson(value) ? value : { kept: kept.push(value) - 1 };
  const read = (value: Written): Value => (isKept(value) ? (kept[value.kept] as Value) : value);

  return {
    pack({ id, parentId, values, changed }) {
      const own = values.every(isJson) ? values : values.map(written);
      const text = JSON.stringify([id, parentId, changed, own]);
      // No character takes more than three bytes.
      if (packed.bytes.length < text.length * 3) packed.bytes = new Uint8Array(text.length * 3);
      packed.length = encoder.encodeInto(text, packed.bytes).written;
      return packed;
    },
    unpack(bytes) {
      const [id, parentId, changed, own] = JSON.parse(decoder.decode(bytes)) as PackedParts;
      return { id, parentId, changed, values: own.map(read) };
    },
  };
}

/** A value as it is packed. */
type Written = Value | { readonly kept: number };

type PackedParts = readonly [
  id: string | null,
  parentId: string | null,
  changed: readonly number[],
  values: readonly Written[],
];

function isJson(value: unknown): boolean {
  if (typeof value === 'string' || value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isKept(value: Written): value is { readonly kept: number } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
