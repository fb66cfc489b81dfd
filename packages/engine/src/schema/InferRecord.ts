import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { ChoiceOption, Field, Schema, Value } from './Schema.ts';

/**
 * The typed values of one entity's records: a required field is never null, a closed choice is the union of its
 * option values, a Standard Schema check decides by its output.
 * @example
 * type Contact = InferRecord<typeof crm, 'contact'>
 */
export type InferRecord<S extends Schema, E extends keyof S['entities'] & string> = {
  readonly [K in keyof S['entities'][E]['fields']]: FieldValue<S['entities'][E]['fields'][K]>;
};

/** What a record holds for a field: its value, or null unless it is required. */
export type FieldValue<F extends Field> = F extends { readonly required: true }
  ? Filled<F>
  : Filled<F> | null;

type Filled<F extends Field> = F extends { readonly check: infer C extends StandardSchemaV1 }
  ? NonNullable<Extract<StandardSchemaV1.InferOutput<C>, Value>>
  : Converted<F>;

type Converted<F extends Field> = F extends { readonly type: 'number' }
  ? number
  : F extends { readonly type: 'boolean' }
    ? boolean
    : F extends { readonly type: 'choice' }
      ? ChoiceValue<F>
      : F extends { readonly type: 'reference'; readonly multiple: true }
        ? readonly string[]
        : string;

type ChoiceValue<F extends Field> = F extends { readonly multiple: true }
  ? readonly OneChoice<F>[]
  : OneChoice<F>;

type OneChoice<F extends Field> = F extends { readonly open: true }
  ? string
  : F extends { readonly options: readonly (infer O)[] }
    ? OptionValue<O>
    : string;

type OptionValue<O> = O extends string ? O : O extends ChoiceOption ? O['value'] : never;
