import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Issue } from '../issue/Issue.ts';

/**
 * A value as records hold it: plain JSON, so that it crosses workers, HTTP and databases unchanged.
 * Dates are ISO 8601 text (`2024-03-01`, with a time `2024-03-01T09:30:00`), phones E.164,
 * multiple choices an array, nothing `null`.
 */
export type Value = string | number | boolean | readonly string[] | null;

/** Types a field can have. */
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

/** What fields of every type may say. */
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
  /**
   * The settings step asks where its value comes from: one for all rows, a column, or left as it is (TD5). Other fields
   * get a fixed value only where a person adds one.
   */
  readonly source?: { readonly ask: true };
  /** Fills the field from another one of its record where it is empty (TD5). */
  readonly derive?: Derivation;
  /** What a new record gets where nothing else fills the field, written as a cell would be; an update never does. */
  readonly defaultOnCreate?: string;
}

/** Where an empty field takes its value from. */
export interface Derivation {
  /** A field of the same entity, of the same type (or any type, for a text). */
  readonly from: string;
  /** Only for records of which this holds. */
  readonly when?: FieldCondition;
}

/** Holds for a record whose field has one of the values. */
export interface FieldCondition {
  readonly field: string;
  readonly is: ConditionValue | readonly ConditionValue[];
}

/** A value that a condition compares with. */
export type ConditionValue = string | number | boolean | null;

/** Text as it stands in the file, without blanks around it. Leading zeros and long rows of digits stay. */
export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Source of a regular expression the whole text must match, e.g. `^\\d{6}-?\\d{4}$`. */
  readonly pattern?: string;
  /** A registered identifier format checked by stdnum, e.g. `se.orgnr` or `eu.vat`. */
  readonly format?: string;
}

/** A number; `1 234,50 kr` and `(1,234.5)` are understood. The decimal sign is decided for the column. */
export interface NumberField extends FieldBase {
  readonly type: 'number';
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

/**
 * A day as ISO text, `2024-03-01`; with `time` also the time of day. The order of day and month is decided for the
 * column.
 */
export interface DateField extends FieldBase {
  readonly type: 'date';
  /** Keeps the time of day; without it a time in the file is dropped with a warning. */
  readonly time?: boolean;
  /** Earliest and latest value, ISO. */
  readonly min?: string;
  readonly max?: string;
}

/** Yes or no: `yes`, `ja`, `oui`, `x`, `1` and others are understood. */
export interface BooleanField extends FieldBase {
  readonly type: 'boolean';
}

/** One e-mail address, checked and normalised. */
export interface EmailField extends FieldBase {
  readonly type: 'email';
}

/** One phone number, stored as E.164 (`+46701234567`). */
export interface PhoneField extends FieldBase {
  readonly type: 'phone';
  /** ISO 3166 country a number without a prefix belongs to, e.g. `SE`. */
  readonly country?: string;
}

/** One web address, checked and normalised. */
export interface UrlField extends FieldBase {
  readonly type: 'url';
}

/** An option of a choice: what is stored, and what people may call it. */
export interface ChoiceOption {
  readonly value: string;
  readonly label?: string;
  readonly aliases?: readonly string[];
  /** A sentence shown with it where there is room. */
  readonly help?: string;
}

/** One of the options, or several. A cell fits an option by value, label or alias; case does not count. */
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
  /** Several, in the file separated as several choices are; every one must be found. For targets outside the schema (people, say). */
  readonly multiple?: boolean;
}
/** Assigned by the host's system: identifies, is never written (UP4). */
export interface IdField extends FieldBase {
  readonly type: 'id';
}

/** A field of an entity: what its cells are read as, and what its values must be. */
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

/** A kind of record that can be imported, as a company or a contact. */
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

/** An answer to a setting, as the recipe and the adapter have it; null or an empty list where there is none. */
export type SettingValue = string | number | boolean | readonly string[] | null;

/** Stands for the person who imports, in a `people` setting: the adapter gets their name (see `AdapterContext.user`). */
export const IMPORTER = '$importer';

interface SettingBase {
  readonly label: string;
  readonly help?: string;
  /** There is no import without an answer. */
  readonly required?: boolean;
  /** Heading it stands under; settings with the same one stand together. */
  readonly group?: string;
  /** Lower ones stand first, default 0; else they stand as in the schema. */
  readonly order?: number;
  /** Asked only while another setting has one of the values; otherwise its answer is empty (`false` for a switch). */
  readonly showWhen?: SettingCondition;
  /** Whose records it concerns: asked only where they are imported, and shown with them in the review. */
  readonly appliesTo?: SettingTarget;
}

/** Holds while the setting has one of the values; of several choices, while one of them is chosen. */
export interface SettingCondition {
  readonly setting: string;
  readonly is: ConditionValue | readonly ConditionValue[];
}

/** Whose records a setting concerns, and where its answer goes. */
export interface SettingTarget {
  readonly entity: string;
  /**
   * The field that the engine writes the answer to; for a `reference` the answer is the id. Without it, what the answer
   * does is the adapter's.
   */
  readonly field?: string;
  /**
   * `always` (default): in every record of the import, added where the field holds several. `empty`: where neither the file nor
   * the store has a value. `create`: where a new record has none.
   */
  readonly when?: 'always' | 'empty' | 'create';
}

/** Answered by a text. */
export interface TextSetting extends SettingBase {
  readonly type: 'text';
  readonly maxLength?: number;
  readonly default?: string;
}

/** Answered by a number, or null. */
export interface NumberSetting extends SettingBase {
  readonly type: 'number';
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  readonly default?: number;
}

/** Answered by an ISO date. */
export interface DateSetting extends SettingBase {
  readonly type: 'date';
  readonly min?: string;
  readonly max?: string;
  readonly default?: string;
}

/** Answered by yes or no; no unless `default` is true. */
export interface SwitchSetting extends SettingBase {
  readonly type: 'switch';
  readonly default?: boolean;
}

type Options = readonly (string | ChoiceOption)[];

/** Answered by the value of an option, or by a list of them. */
export interface ChoiceSetting extends SettingBase {
  readonly type: 'choice';
  /** May be empty where the adapter gives them (see `PersistenceAdapter.settings`). */
  readonly options: Options;
  readonly multiple?: boolean;
  readonly default?: string | readonly string[];
}

/** Answered by a list of e-mail addresses, each checked. */
export interface EmailsSetting extends SettingBase {
  readonly type: 'emails';
  /** Addresses that may be given at most; default 20. */
  readonly max?: number;
  readonly default?: readonly string[];
}

/** Free texts; `options` are suggestions. */
export interface TagsSetting extends SettingBase {
  readonly type: 'tags';
  readonly options?: Options;
  readonly default?: readonly string[];
}

/** One person or several. `IMPORTER` is always among the options unless `importer: false`. */
export interface PeopleSetting extends SettingBase {
  readonly type: 'people';
  readonly options: Options;
  readonly multiple?: boolean;
  /** Whether the person who imports can be named without being an option. Default true. */
  readonly importer?: boolean;
  readonly default?: string | readonly string[];
}

/** What the whole import belongs to (a project, AP4): asked before the file, always required, in sight at every step. */
export interface ContextSetting extends SettingBase {
  readonly type: 'context';
  readonly options: Options;
  readonly default?: string;
}

/** A question the host asks before the import; the answer travels in the recipe and reaches the adapter. */
export type Setting =
  | TextSetting
  | NumberSetting
  | DateSetting
  | SwitchSetting
  | ChoiceSetting
  | EmailsSetting
  | TagsSetting
  | PeopleSetting
  | ContextSetting;

/** Types a setting can have. */
export type SettingType = Setting['type'];

/** A part of the schema that can be imported by itself (TD3). */
export interface ImportKind {
  readonly label: string;
  readonly help?: string;
  /** The others are not offered, not required and not written. An entity without its parent stands alone. */
  readonly entities: readonly string[];
}

/** What a policy is at first, and what a person may make of it. One choice: it is fixed, and not shown. */
export interface PolicyChoice<T> {
  readonly default: T;
  readonly choices?: readonly T[];
}

/** The host's word on what may be written. What is not named is free. */
export interface SchemaPolicy {
  readonly mode?: PolicyChoice<'create-and-update' | 'create' | 'update'>;
  readonly ambiguous?: PolicyChoice<'create' | 'skip'>;
  readonly allOrNothing?: PolicyChoice<boolean>;
  /** What a column may do to a stored value. Its default is taken for every column. */
  readonly write?: PolicyChoice<'overwrite' | 'if-empty' | 'append' | 'never'>;
}

/**
 * What can be imported: plain data (a JSON file will do) plus optional functions.
 * @example
 * const crm = defineSchema({ id: 'crm', entities: { contact: { label: 'Contact', fields: { email: email({ label: 'E-mail' }) } } } });
 */
export interface Schema {
  readonly id: string;
  readonly entities: Readonly<Record<string, Entity>>;
  readonly settings?: Readonly<Record<string, Setting>>;
  /** Parts that can be imported by themselves; a person picks one before the file. The first is the default. */
  readonly kinds?: Readonly<Record<string, ImportKind>>;
  /** Splits the match step: the entities of each part, in order. Those not named join the last part. */
  readonly matchSteps?: readonly (readonly string[])[];
  readonly policy?: SchemaPolicy;
  /** ISO 3166 country that decides how national phone numbers are read. */
  readonly country?: string;
}

/** Name of a field across entities, `entity.field`. */
export interface FieldRef {
  readonly entity: string;
  readonly field: string;
}
