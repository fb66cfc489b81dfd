import type { CellEdit, ColumnMapping, FieldDefault } from '../mapping/Mapping.ts';
import type { ImportPolicy } from '../plan/Plan.ts';
import type { SettingValue } from '../schema/Schema.ts';
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
