import type { Value } from '../../schema/Schema.ts';
import type { PackedBytes } from './byteWriter.ts';
import { packer } from './packer.ts';
import { unpacker } from './unpacker.ts';

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

export function recordPacker(): RecordPacker {
  const kept: unknown[] = [];
  const { packed, clear, count: writeCount, value: writeValue } = packer(kept);
  return {
    pack({ id, parentId, values, changed }) {
      clear();
      writeValue(id);
      writeValue(parentId);
      writeCount(changed.length);
      for (const slot of changed) writeCount(slot);
      writeCount(values.length);
      for (const value of values) writeValue(value);
      return packed;
    },
    unpack(bytes) {
      const { count, value } = unpacker(bytes, kept);
      return {
        id: value() as string | null,
        parentId: value() as string | null,
        changed: times(count(), count),
        values: times(count(), value),
      };
    },
  };
}

function times<Item>(count: number, read: () => Item): readonly Item[] {
  const items: Item[] = [];
  while (items.length < count) items.push(read());
  return items;
}
