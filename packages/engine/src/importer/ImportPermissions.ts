/** Allowed, or the reason why not, in the words of the person's language. */
export type Permission = true | string;

/**
 * Who may import what, as the host says it of one person: plain data, served to the interface and enforced by the server.
 * What is not named is allowed.
 */
export interface ImportPermissions {
  /** Whether the person may import at all (FX1); default true. */
  readonly import?: Permission;
  /** Whether a kind of import may be made (see `Schema.kinds`). */
  readonly kinds?: Readonly<Record<string, Permission>>;
  /** Whether records of an entity may be created or changed. */
  readonly entities?: Readonly<Record<string, Permission>>;
  /**
   * Whether a setting may have a value, e.g. which project may be imported into (AP1). The value `*` stands for all
   * that are not named.
   */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, Permission>>>>;
}

/** Something that is not allowed. */
export interface Refusal {
  readonly kind: 'import' | 'kind' | 'entity' | 'setting';
  /** The kind, the entity or the setting; null for the import as a whole. */
  readonly name: string | null;
  /** The setting's value. */
  readonly value: string | null;
  readonly reason: string;
}
