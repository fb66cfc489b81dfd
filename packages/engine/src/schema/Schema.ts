import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Issue } from '../issue/Issue.ts';

/**
 * A value as records hold it: plain JSON, so that it crosses workers, HTTP and databases unchanged.
 * Dates are ISO 8601 text (`2024-03-01`, with a time `2024-03-01T09:30:00`), phones E.164,
 * multiple choices an array, nothing `null`.
 */
export type Value = string | number | boolean | readonly string[] | null;

export type FieldType =
  | 'text'
  | 'number'
  | 'date'
  | 'boolean'
  | 'email'
  | 'phone'
  | 'url'
  | 'choice'
  | 'reference'
  | 'id';

export interface FieldBase {
  /** What a person calls the field, in the host's language. */
  readonly label: string;
  /** One or two sentences shown where the field is chosen. */
  readonly help?: string;
  /** Other headers that mean this field, in any language. */
  readonly aliases?: readonly string[];
  /** A new record without a value is rejected; an update is not. */
  readonly required?: boolean;
  /** No two records may have the same value: checked inside the file and against the adapter. */
  readonly unique?: boolean;
  /** Extra check by any Standard Schema (zod, valibot, arktype); its output replaces the value. */
  readonly check?: StandardSchemaV1<unknown, Value>;
  /** A field the host's users made themselves (FX11, TD6). */
  readonly custom?: boolean;
  /** Shown in the template's example row. */
  readonly example?: string;
}

export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Source of a regular expression the whole text must match, e.g. `^\\d{6}-?\\d{4}$`. */
  readonly pattern?: string;
  /** A registered identifier format checked by stdnum, e.g. `se.orgnr` or `eu.vat`. */
  readonly format?: string;
}
export interface NumberField extends FieldBase {
  readonly type: 'number';
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}
export interface DateField extends FieldBase {
  readonly type: 'date';
  /** Keeps the time of day; without it a time in the file is dropped with a warning. */
  readonly time?: boolean;
  /** Earliest and latest value, ISO. */
  readonly min?: string;
  readonly max?: string;
}
export interface BooleanField extends FieldBase {
  readonly type: 'boolean';
}
export interface EmailField extends FieldBase {
  readonly type: 'email';
}
export interface PhoneField extends FieldBase {
  readonly type: 'phone';
  /** ISO 3166 country a number without a prefix belongs to, e.g. `SE`. */
  readonly country?: string;
}
export interface UrlField extends FieldBase {
  readonly type: 'url';
}
export interface ChoiceOption {
  readonly value: string;
  readonly label?: string;
  readonly aliases?: readonly string[];
}
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly options: readonly (string | ChoiceOption)[];
  /** Several values, in the file separated by `,` `;` `|` or a line break. */
  readonly multiple?: boolean;
  /** A text that is no option is kept on the record as it is (FX10); otherwise it is an issue. */
  readonly open?: boolean;
}
/** Points at a record of another entity by a readable value; the adapter resolves it (AP14). */
export interface ReferenceField extends FieldBase {
  readonly type: 'reference';
  readonly to: string;
  /** Fields of the target that are tried, in order. */
  readonly by: readonly string[];
}
/** Assigned by the host's system: identifies, is never written (UP4). */
export interface IdField extends FieldBase {
  readonly type: 'id';
}

export type Field =
  | TextField
  | NumberField
  | DateField
  | BooleanField
  | EmailField
  | PhoneField
  | UrlField
  | ChoiceField
  | ReferenceField
  | IdField;

/** Values of one record, by field key. */
export type RecordValues = Readonly<Record<string, Value>>;

export interface Entity {
  readonly label: string;
  /** Plural of `label`, for lists and counts. */
  readonly labels?: string;
  readonly help?: string;
  /** The entity this one belongs to; its records are made and matched inside their parent. */
  readonly parent?: string;
  /** Field combinations that identify a record: the match keys suggested first. */
  readonly identify?: readonly (readonly string[])[];
  readonly fields: Readonly<Record<string, Field>>;
  /** The user may make a new field of this entity while mapping (TD6). */
  readonly extendable?: boolean;
  /** Check across the fields of one record. Returns issues; `row` is filled in by the engine. */
  readonly check?: (record: RecordValues) => readonly RecordIssue[];
  /** Batched asynchronous check by the host; one list of issues for each record given. */
  readonly checkBatch?: (
    records: readonly RecordValues[],
    signal?: AbortSignal,
  ) => Promise<readonly (readonly RecordIssue[])[]>;
}

/** An issue as a host's own check gives it. `message` is shown as it is. */
export interface RecordIssue {
  readonly field?: string;
  readonly message: string;
  readonly code?: string;
  readonly severity?: Issue['severity'];
}

export type SettingValue = string | number | boolean | readonly string[] | null;

interface SettingBase {
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
}
/** A question the host asks before the import; the answer travels in the recipe and reaches the adapter. */
export type Setting = SettingBase &
  (
    | { readonly type: 'text'; readonly default?: string }
    | { readonly type: 'switch'; readonly default?: boolean }
    | {
        readonly type: 'choice';
        readonly options: readonly (string | ChoiceOption)[];
        readonly multiple?: boolean;
        readonly default?: string | readonly string[];
      }
    | { readonly type: 'emails'; readonly default?: readonly string[] }
  );

/**
 * What can be imported: plain data (a JSON file will do) plus optional functions.
 * @example
 * const crm = defineSchema({ id: 'crm', entities: { contact: { label: 'Contact', fields: { email: email({ label: 'E-mail' }) } } } });
 */
export interface Schema {
  readonly id: string;
  readonly entities: Readonly<Record<string, Entity>>;
  readonly settings?: Readonly<Record<string, Setting>>;
  /** ISO 3166 country that decides how national phone numbers are read. */
  readonly country?: string;
}

/** Name of a field across entities, `entity.field`. */
export interface FieldRef {
  readonly entity: string;
  readonly field: string;
}
