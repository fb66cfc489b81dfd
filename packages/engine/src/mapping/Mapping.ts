import type { FieldType } from '../schema/Schema.ts';
import type { DateOrder } from '../table/Table.ts';

/** Where a column goes. `null` in a mapping: not dealt with yet. */
export type ColumnTarget =
  | { readonly kind: 'field'; readonly entity: string; readonly field: string }
  | { readonly kind: 'ignore' }
  | {
      /** A custom field to be made by the adapter when the import starts (TD6). */
      readonly kind: 'new-field';
      readonly entity: string;
      /** Key the new field gets in the records. */
      readonly field: string;
      readonly label: string;
      readonly type: FieldType;
    };

/** What a column may do to a stored value. An empty cell never touches it unless `clear` is set. */
export type WritePolicy = 'overwrite' | 'if-empty' | 'append' | 'never';

/** How the cells of a column are written, where the user decided or the values prove it. */
export interface ColumnFormat {
  readonly dateOrder?: DateOrder;
  readonly decimal?: '.' | ',';
}

/** What is decided about one column of the file: where it goes, how it is read, what it may write. */
export interface ColumnMapping {
  /** 0-based column of the file. */
  readonly column: number;
  readonly header: string;
  readonly target: ColumnTarget | null;
  /** Part of the match key of its entity. */
  readonly match: boolean;
  readonly write: WritePolicy;
  /** An empty cell clears the stored value. */
  readonly clear: boolean;
  readonly format: ColumnFormat;
  /** Cell texts to choice values; `null`: leave the cell out. Pairs, since a text may be `__proto__`. */
  readonly values: readonly (readonly [text: string, value: string | null])[];
}

/** One entry for each column of the table, in its order. */
export interface Mapping {
  readonly columns: readonly ColumnMapping[];
}

/** Why a field was suggested. */
export type SuggestionReason =
  | 'key'
  | 'label'
  | 'alias'
  | 'synonym'
  | 'similar'
  | 'values'
  | 'remembered';

/** A field that a column may mean, and how surely. */
export interface FieldGuess {
  readonly entity: string;
  readonly field: string;
  /** 0–1. */
  readonly score: number;
  readonly reason: SuggestionReason;
  /** The name of the field the header resembled. */
  readonly matched?: string;
}

/** What a column probably means, and what came second. */
export interface ColumnSuggestion {
  readonly column: number;
  readonly header: string;
  /** Null where no field fits well enough. */
  readonly guess: FieldGuess | null;
  readonly runnerUp: FieldGuess | null;
  /** Column that has the runner-up's field: why this column did not get it. */
  readonly takenBy?: number;
}

/** A value for a field no column of the file fills, or whose cell is empty (FX14). `value` is read as a cell would be. */
export interface FieldDefault {
  readonly entity: string;
  readonly field: string;
  readonly value: string;
  /** One value for every record: a column that goes to the field is not read (TD5). */
  readonly fixed?: true;
}

/** A cell corrected by hand. */
export interface CellEdit {
  /** Row as the spreadsheet shows it. */
  readonly row: number;
  /** 0-based column of the file. */
  readonly column: number;
  readonly value: string;
}
