import type {
  ChoiceOption,
  Field,
  FieldType,
  RecordValues,
  SettingValue,
  Value,
} from '../schema/Schema.ts';

/** What every call to an adapter knows about the import it serves. */
export interface AdapterContext {
  readonly importId: string;
  /** Answers to the host's settings (see `Schema.settings`), checked and complete; read them typed by `InferSettings`. */
  readonly settings: Readonly<Record<string, SettingValue>>;
  /** Who imports, as the host names people; absent where it does not say. */
  readonly user?: string;
  /** Which of `Schema.kinds` is imported; absent where the schema has none. */
  readonly kind?: string;
  readonly signal?: AbortSignal;
}

/** A record as the host stores it. */
export interface StoredRecord {
  readonly id: string;
  readonly values: RecordValues;
  readonly parentId?: string | null;
}

/**
 * Name that asks for the record's own id in `LookupRequest.fields` (then the only field): `{ entity, fields: [RECORD_ID], keys: [['17']] }`.
 * Fields of type `id` are asked for under this name too.
 */
export const RECORD_ID = '$id';

/** Asks for the stored records that fit each of a batch of keys. */
export interface LookupRequest {
  readonly entity: string;
  /** Fields of the key, in order; or `RECORD_ID` alone. */
  readonly fields: readonly string[];
  /** One tuple per question, values normalised by `normalizeKey`; compare them to stored values normalised alike. */
  readonly keys: readonly (readonly Value[])[];
  /** For a child entity: the stored parent each key is looked for in; null looks everywhere. Same length as `keys`. */
  readonly parentIds?: readonly (string | null)[];
}

/** The stored records that fit, key by key. */
export interface LookupResult {
  /** For each key, at most a few records: none, one, or enough to know it is ambiguous. Same length as `keys`. */
  readonly matches: readonly (readonly StoredRecord[])[];
}

/** Asks for what is stored, a part at a time (AP3). */
export interface ListRequest {
  readonly entity: string;
  /** Only records with these values, compared as keys are (see `normalizeKey`). */
  readonly where?: RecordValues;
  /** For a child entity: only records that belong to one of these. */
  readonly parentIds?: readonly string[];
  /** `next` of the part before; null begins. */
  readonly after: string | null;
  readonly limit: number;
}

/** A part of what is stored, and where the next one begins. */
export interface ListResult {
  /** Always in the same order. */
  readonly records: readonly StoredRecord[];
  /** Where the next part begins; null after the last. */
  readonly next: string | null;
}

/**
 * One write. Operations of a batch take effect in order, those of one row stand side by side.
 * An update never moves a record to another parent.
 */
export interface Operation {
  /** Row of the spreadsheet it comes from. */
  readonly row: number;
  readonly entity: string;
  readonly action: 'create' | 'update';
  /** Names the record inside the import; a create's new id is found again by it. */
  readonly record: number;
  /** The stored record to update; null when an earlier operation of this batch creates it, or for a create. */
  readonly id: string | null;
  /** Id of the parent record where it is already stored. */
  readonly parentId: string | null;
  /** `record` of a parent that an earlier operation of this batch creates. */
  readonly parentRecord: number | null;
  /** What is written; fields not named keep their stored value. In an update `null` clears the field. */
  readonly values: RecordValues;
  /**
   * Reference fields (not in `values`) whose target an earlier operation of this batch creates: field to the
   * `record` of that operation. The field gets the new id.
   */
  readonly references?: Readonly<Record<string, number>>;
}

/**
 * An atomic group of operations: if `write` throws, nothing of it is stored. Refused rows are left out as a whole, the
 * others are stored.
 */
export interface WriteBatch {
  /** Starts with `importId/`: the same id twice has the effect of once, and the same outcomes. See `batchId`. */
  readonly id: string;
  /** One refused operation leaves out the whole batch: every outcome is `refused`, the others with code `all-or-nothing`. */
  readonly allOrNothing?: boolean;
  readonly operations: readonly Operation[];
}

/** What became of one operation, in the order of the batch. */
export type OperationOutcome =
  | { readonly status: 'written'; readonly id: string }
  | {
      /**
       * The host will not take this row, and the others of the batch stand. A row is taken whole or not at all: its other
       * operations are refused with code `row-refused`. So are, with code `depends-on-refused`, operations that need a
       * record (`record` with no `id`, `parentRecord`, `references`) which a refused one was to create. An adapter that
       * can not tell rows apart simply throws: the batch comes again in smaller parts.
       */
      readonly status: 'refused';
      /** Stable code, e.g. `unique-violation`, `conflict`. */
      readonly code: string;
      readonly message: string;
      readonly field?: string;
    };

/** What a write knows besides. */
export interface WriteContext extends AdapterContext {
  /**
   * Takes the answers of a batch before its transaction is committed, so that what became of the rows is stored with the records
   * or not at all. An adapter that writes in a transaction calls it last thing inside, also where it answers a batch id again;
   * where it throws, the transaction is rolled back and the error passed on. Others leave it alone.
   * @param transaction what the transaction is to those who know it (see `PersistenceAdapter.database`).
   */
  readonly settle?: (outcomes: readonly OperationOutcome[], transaction: unknown) => Promise<void>;
}

/** Definition of a custom field to make. */
export interface NewField {
  readonly entity: string;
  readonly field: string;
  readonly label: string;
  readonly type: FieldType;
}

/** What a setting offers, where only the host's data says so. */
export interface SettingOffer {
  readonly options?: readonly (string | ChoiceOption)[];
  readonly default?: SettingValue;
}

/** What taking an import back did, or would do, in records. */
export interface UndoReport {
  /** Records put back as they were or removed. */
  readonly reversed: number;
  /** Kept because someone changed them since. */
  readonly kept: number;
  readonly failed: number;
}

/** What `undo` knows besides. */
export interface UndoContext extends AdapterContext {
  /**
   * For what must be stored together with the end of the undo: an adapter that undoes in transactions calls it inside the last
   * of them, with the report it is going to give. An undo that is interrupted before is taken up by the next call.
   */
  readonly settle?: (report: UndoReport, transaction: unknown) => Promise<void>;
}

/**
 * What a host plugs in. `lookup` and `write` are enough; the rest switches on more.
 *
 * A `write` that throws an `ImportError` (or any error) with `transient: true` is tried again with back-off; one that
 * throws one with `fatal: true` (no permission, no such address) ends the import, its rows pending; one that throws anything
 * else makes the batch split until the guilty row stands alone.
 */
export interface PersistenceAdapter {
  lookup(request: LookupRequest, context: AdapterContext): Promise<LookupResult>;
  write(batch: WriteBatch, context: WriteContext): Promise<readonly OperationOutcome[]>;
  /** What is stored already: for a file of it that imports back (AP3). */
  list?(request: ListRequest, context: AdapterContext): Promise<ListResult>;
  /** Custom fields the host has beside the schema's (FX11). */
  fields?(entity: string, context: AdapterContext): Promise<Readonly<Record<string, Field>>>;
  /** Makes a custom field (TD6); making one that exists is no error. */
  createField?(field: NewField, context: AdapterContext): Promise<void>;
  /** What settings offer at run time (tags, people, projects), by key: `extendSchema` puts it into the schema. */
  settings?(context: AdapterContext): Promise<Readonly<Record<string, SettingOffer>>>;
  /** Interrupted, it is taken up by the next call, which reports all of it. */
  undo?(importId: string, context: UndoContext): Promise<UndoReport>;
  /** What `undo` would do now, without doing it. */
  undoPreview?(importId: string, context: AdapterContext): Promise<UndoReport>;
  /**
   * Identity of the database whose transactions `WriteContext.settle` is handed: who keeps its own tables in the same one may
   * write to them there.
   */
  readonly database?: unknown;
}
