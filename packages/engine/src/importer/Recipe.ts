import type { CellEdit, ColumnMapping, FieldDefault } from '../mapping/Mapping.ts';
import type { ImportPolicy } from '../plan/Plan.ts';
import { firstPolicy } from '../plan/policyOf.ts';
import { firstAnswers } from '../schema/firstAnswers.ts';
import type { Schema, SettingValue } from '../schema/Schema.ts';
import { kindOf } from '../schema/schemaOfKind.ts';
import type { ReadOptions } from '../source/Source.ts';

/** Everything a person decided about an import. file + recipe + schema give the plan, always the same. */
export interface Recipe {
  readonly version: 1;
  /** Which of `Schema.kinds` is imported; absent where the schema has none. */
  readonly kind?: string;
  readonly read: ReadOptions;
  readonly columns: readonly ColumnMapping[];
  readonly defaults: readonly FieldDefault[];
  readonly policy: ImportPolicy;
  readonly settings: Readonly<Record<string, SettingValue>>;
  readonly edits: readonly CellEdit[];
  /** Rows the user took out, by row number. */
  readonly excluded: readonly number[];
}

/** A recipe nobody has changed yet: the suggested columns and the host's own defaults. */
export function createRecipe(
  schema: Schema,
  columns: readonly ColumnMapping[],
  read: ReadOptions = {},
): Recipe {
  const kind = kindOf(schema);
  return {
    version: 1,
    ...(kind !== undefined && { kind }),
    read,
    columns,
    defaults: [],
    policy: firstPolicy(schema),
    settings: firstAnswers(schema),
    edits: [],
    excluded: [],
  };
}
