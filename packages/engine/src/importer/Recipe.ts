import type { CellEdit, ColumnMapping, FieldDefault } from '../mapping/Mapping.ts';
import type { ImportPolicy } from '../plan/Plan.ts';
import { DEFAULT_POLICY } from '../plan/Plan.ts';
import type { Schema, Setting, SettingValue } from '../schema/Schema.ts';
import type { ReadOptions } from '../source/Source.ts';

/** Everything a person decided about an import. file + recipe + schema give the plan, always the same. */
export interface Recipe {
  readonly version: 1;
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
  return {
    version: 1,
    read,
    columns,
    defaults: [],
    policy: DEFAULT_POLICY,
    settings: defaultSettings(schema),
    edits: [],
    excluded: [],
  };
}

/** The answer to every setting of the schema before anyone gave one. */
export function defaultSettings(schema: Schema): Readonly<Record<string, SettingValue>> {
  const entries = Object.entries(schema.settings ?? {});
  return Object.fromEntries(entries.map(([key, setting]) => [key, defaultSetting(setting)]));
}

function defaultSetting(setting: Setting): SettingValue {
  if (setting.default !== undefined) return setting.default;
  if (setting.type === 'switch') return false;
  if (setting.type === 'emails') return [];
  if (setting.type === 'choice') return setting.multiple === true ? [] : null;
  return '';
}
