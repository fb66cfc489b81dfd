import { suggestMapping } from '@importera/engine';
import type { Schema } from '@importera/engine';

interface ScoredField {
  readonly key: string;
  readonly label: string;
  readonly alternates: readonly string[];
}

/** Adapter for the mapping scorer: the field of each header, by the engine's own suggestions. */
export function map(
  headers: readonly string[],
  fields: readonly ScoredField[],
  samples?: readonly (readonly string[])[],
): readonly (string | null)[] {
  const columns = headers.map((header, index) => ({
    header,
    samples: (samples ?? []).map((row) => row[index] ?? '').filter((text) => text !== ''),
  }));
  return suggestMapping(columns, toSchema(fields)).map(({ guess }) => guess?.field ?? null);
}

const schemas = new WeakMap<readonly ScoredField[], Schema>();

/** All fields are plain text: the scored schema says nothing of types. */
function toSchema(fields: readonly ScoredField[]): Schema {
  const known = schemas.get(fields);
  if (known) return known;
  const schema: Schema = {
    id: 'scored',
    entities: {
      record: {
        label: 'Record',
        fields: Object.fromEntries(
          fields.map(({ key, label, alternates }) => [
            key,
            { type: 'text' as const, label, aliases: alternates },
          ]),
        ),
      },
    },
  };
  schemas.set(fields, schema);
  return schema;
}
