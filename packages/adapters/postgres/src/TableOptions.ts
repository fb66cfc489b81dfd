/** Fits an entity to a table the host has already. Everything left out is found by its usual name. */
export interface TableOptions {
  /** Default: the entity's key in snake case. */
  readonly table?: string;
  /** The database schema it is in; default `databaseSchema` of the adapter. */
  readonly schema?: string;
  /** The primary key's column; default `id`. */
  readonly id?: string;
  /** Column that holds the parent's id; default `parent_id`. */
  readonly parent?: string;
  /** Column by field, e.g. `{ email: 'e_mail' }`; default the field's key, else the key in snake case. */
  readonly columns?: Readonly<Record<string, string>>;
  /** A `jsonb` column for custom fields; default `custom` where there is one. */
  readonly custom?: string;
  /** Set to the time of each update; default `updated_at` where there is one. */
  readonly updatedAt?: string;
}
