import type { ChoiceOption, Entity, Field, Schema, Setting } from '@importera/engine';

type Said = readonly [label: string, help?: string];

/** What a schema says, in another language. What is left out stays as it is. */
export interface SchemaWords {
  readonly entities: Readonly<Record<string, readonly [label: string, labels: string]>>;
  /** By entity and field. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, Said>>>>;
  readonly settings?: Readonly<Record<string, Said>>;
  /** Headings of settings, by what they are. */
  readonly groups?: Readonly<Record<string, string>>;
  /** Labels of options, by value. */
  readonly options?: Readonly<Record<string, string>>;
  readonly kinds?: Readonly<Record<string, Said>>;
}

/** A schema in these words. What it said before stays known as an alias, so files in both languages match. */
export function inWords(schema: Schema, words: SchemaWords): Schema {
  const { settings, kinds } = schema;
  return {
    ...schema,
    entities: mapped(schema.entities, (entity, key) => entityIn(words, key, entity)),
    ...(settings && {
      settings: mapped(settings, (setting, key) => settingIn(words, key, setting)),
    }),
    ...(kinds && { kinds: mapped(kinds, (kind, key) => said(kind, words.kinds?.[key])) }),
  };
}

function entityIn(words: SchemaWords, key: string, entity: Entity): Entity {
  const [label, labels] = words.entities[key] ?? [entity.label, entity.labels ?? entity.label];
  const fields = mapped(entity.fields, (field, name) =>
    fieldIn(words, field, words.fields[key]?.[name]),
  );
  return { ...entity, label, labels, fields };
}

function fieldIn(words: SchemaWords, field: Field, wording: Said | undefined): Field {
  if (wording === undefined) return field;
  const named = { ...said(field, wording), aliases: [field.label, ...(field.aliases ?? [])] };
  return named.type === 'choice'
    ? { ...named, options: named.options.map((option) => optionIn(words, option)) }
    : named;
}

function settingIn(words: SchemaWords, key: string, setting: Setting): Setting {
  const group = words.groups?.[setting.group ?? ''];
  const named = {
    ...said(setting, words.settings?.[key]),
    ...(group !== undefined && { group }),
  };
  return named.type === 'choice' || named.type === 'tags'
    ? { ...named, options: (named.options ?? []).map((option) => optionIn(words, option)) }
    : named;
}

function optionIn({ options }: SchemaWords, option: string | ChoiceOption): ChoiceOption {
  const known = typeof option === 'string' ? { value: option } : option;
  const before = known.label ?? known.value;
  return {
    value: known.value,
    label: options?.[known.value] ?? before,
    aliases: [before, ...(known.aliases ?? [])],
  };
}

function said<T extends { readonly label: string; readonly help?: string }>(
  what: T,
  wording: Said | undefined,
): T {
  if (wording === undefined) return what;
  const [label, help] = wording;
  return { ...what, label, ...(help !== undefined && { help }) };
}

function mapped<T>(
  all: Readonly<Record<string, T>>,
  change: (one: T, key: string) => T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).map(([key, one]) => [key, change(one, key)]));
}
