import type { ChoiceOption, Schema } from './Schema.ts';

/**
 * The answers to a schema's settings as they reach the adapter: those with an answer for sure are never null.
 * @example
 * const settings = context.settings as InferSettings<typeof crm>;
 */
export type InferSettings<S extends Schema> = {
  readonly [K in keyof NonNullable<S['settings']>]: SettingAnswer<NonNullable<S['settings']>[K]>;
};

/** What one setting is answered by. A setting that is not shown (`showWhen`) has its empty answer, so only others are sure. */
export type SettingAnswer<T> = T extends { readonly type: 'switch' }
  ? boolean
  : T extends { readonly type: 'emails' | 'tags' }
    ? readonly string[]
    : T extends { readonly type: 'text' }
      ? string
      : T extends { readonly type: 'number' }
        ? Sure<T, number>
        : T extends { readonly multiple: true; readonly type: 'choice' | 'people' }
          ? readonly OneOf<T>[]
          : T extends { readonly type: 'context' }
            ? OneOf<T>
            : Sure<T, OneOf<T>>;

type Sure<T, V> = T extends { readonly showWhen: object } | { readonly appliesTo: object }
  ? V | null
  : T extends { readonly required: true }
    ? V
    : V | null;

/** Options in the schema are known by name; an empty list, which the adapter fills, is any text. People may be the importer. */
type OneOf<T> = T extends { readonly type: 'choice' | 'context'; readonly options: infer O }
  ? O extends readonly []
    ? string
    : O extends readonly (infer One)[]
      ? OptionValue<One>
      : string
  : string;

type OptionValue<O> = O extends string ? O : O extends ChoiceOption ? O['value'] : never;
