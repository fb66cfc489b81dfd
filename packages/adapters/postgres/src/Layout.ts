import type { Field } from '@importera/engine';

/** How a column holds its values, so far as the SQL to write depends on it. */
export type ColumnKind =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'uuid'
  | 'list'
  | 'json';

export interface ColumnLayout {
  readonly name: string;
  /** SQL type, e.g. `character varying(20)`. */
  readonly type: string;
  readonly kind: ColumnKind;
  /** The database fills it in when an insert leaves it out. */
  readonly hasDefault: boolean;
  /** The database computes it, so nothing may be written to it. */
  readonly isGenerated: boolean;
}

/** Where a field is stored. */
export type FieldPlace =
  | { readonly in: 'column'; readonly field: Field; readonly column: ColumnLayout }
  /** In the `jsonb` column of that name, under the field's key. */
  | { readonly in: 'custom'; readonly field: Field; readonly key: string; readonly column: string };

/** An entity's table as it is in the database. Names are raw, `table` and `newId` are ready-made SQL. */
export interface EntityLayout {
  readonly entity: string;
  /** Parents have a lower rank than their children. */
  readonly rank: number;
  readonly label: string;
  readonly table: string;
  /** Its name as the catalogue tells it, e.g. of referrers. */
  readonly regclass: string;
  readonly id: ColumnLayout;
  /** SQL expression that makes an id for a new record. */
  readonly newId: string;
  readonly parent: { readonly entity: string; readonly column: ColumnLayout } | null;
  readonly columns: ReadonlyMap<string, ColumnLayout>;
  /** The schema's fields that are stored here, by key. */
  readonly places: ReadonlyMap<string, FieldPlace>;
  /** Fields of type `id`: they mean the record's own id. */
  readonly idFields: ReadonlySet<string>;
  /** Columns with special meaning; null where the table has none. */
  readonly custom: string | null;
  readonly updatedAt: string | null;
  /** An update may change more than it says: by a trigger or rule, say, or where what is written to is a view. */
  readonly changesByItself: boolean;
  /** Columns of each constraint and unique index, by its name. */
  readonly constraints: ReadonlyMap<string, readonly string[]>;
  /** Tables that point at this one, so that an undo deletes nothing they hold on to. */
  readonly referrers: readonly {
    readonly table: string;
    readonly column: string;
    readonly target: string;
  }[];
}

export interface Layout {
  readonly entities: ReadonlyMap<string, EntityLayout>;
  /** Collation by which text is lower-cased; null where the database's encoding is not UTF-8. */
  readonly collation: string | null;
}
