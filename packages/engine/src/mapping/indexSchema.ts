import type { Schema } from '../schema/Schema.ts';
import { templateColumns } from '../schema/templateColumns.ts';
import { compareMeaning } from './compareMeaning.ts';
import { composeMeaning } from './composeMeaning.ts';
import { entityClass } from './entityClass.ts';
import type { FieldName, MappableField } from './FieldName.ts';
import { headerLetters, headerTokens } from './headerTokens.ts';
import { RELATIONS } from './lexicon/relations.ts';
import type { Unit } from './lexicon/units.ts';
import type { Meaning } from './Meaning.ts';
import { ANY_LANGUAGE, guessLanguages, readUnits } from './readUnits.ts';
import { letterMask } from './similarText.ts';
import { expectedKind } from './valueEvidence.ts';

/** The names of all fields, found by what they mean. */
export interface SchemaIndex {
  readonly fields: readonly MappableField[];
  readonly names: readonly FieldName[];
  readonly byLetters: ReadonlyMap<string, readonly FieldName[]>;
  /** Names that a header with this unit could fit, relations included. */
  readonly byUnit: ReadonlyMap<Unit, readonly FieldName[]>;
  readonly byWord: ReadonlyMap<string, readonly FieldName[]>;
}

export const ALIAS = 0.985;
const ASIDE = 0.93;
/** A name that fits the label less than this means something else. */
const NEAR_LABEL = 0.9;

const indexed = new WeakMap<Schema, SchemaIndex>();

/** Reads the names of a schema's fields once. */
export function indexSchema(schema: Schema): SchemaIndex {
  const known = indexed.get(schema);
  if (known) return known;
  const index = buildIndex(schema);
  indexed.set(schema, index);
  return index;
}

function buildIndex(schema: Schema): SchemaIndex {
  const names = readNames(listNames(schema));
  const labels = new Map(
    names.filter(({ kind }) => kind === 'label').map((name) => [name.owner, name.meaning]),
  );
  const classes = new Map(
    Object.entries(schema.entities).map(([key, { label }]) => [key, entityClass(readName(label))]),
  );
  const fields = listFields(schema).map(({ entity, key, field }, owner): MappableField => ({
    entity,
    entityClass: classes.get(entity) ?? null,
    key,
    field,
    kind: expectedKind(field.type, labels.get(owner)?.content ?? []),
    isCompanyName: labels.get(owner)?.content[0] === 'company-name',
  }));
  return { fields, names, ...indexNames(names) };
}

function readName(text: string): Meaning {
  return composeMeaning(readUnits(headerTokens(text), ANY_LANGUAGE));
}

type NameText = Pick<FieldName, 'owner' | 'kind' | 'text'>;

function readNames(texts: readonly NameText[]): readonly FieldName[] {
  const tokens = texts.map(({ text }) => headerTokens(text));
  const languages = guessLanguages(tokens);
  const labels = new Map<number, Meaning>();
  return texts.map((name, at): FieldName => {
    const meaning = composeMeaning(readUnits(tokens[at] ?? [], languages));
    if (name.kind === 'label') labels.set(name.owner, meaning);
    const weight = nameWeight(name.kind, meaning, labels.get(name.owner));
    const letters = headerLetters(name.text);
    return { ...name, letters, mask: letterMask(letters), meaning, weight };
  });
}

function nameWeight(kind: FieldName['kind'], meaning: Meaning, label: Meaning | undefined): number {
  if (kind === 'label' || kind === 'header') return 1;
  const isNear =
    !label || label.content.length === 0 || compareMeaning(meaning, label) >= NEAR_LABEL;
  if (kind === 'key') return isNear ? 1 : ALIAS;
  return isNear ? ALIAS : ASIDE;
}

function listFields(schema: Schema): readonly Pick<MappableField, 'entity' | 'key' | 'field'>[] {
  return Object.entries(schema.entities).flatMap(([entity, { fields }]) =>
    Object.entries(fields).map(([key, field]) => ({ entity, key, field })),
  );
}

/** The label of a field stands before its other names. */
function listNames(schema: Schema): readonly NameText[] {
  const headers = new Map(
    templateColumns(schema).map(({ entity, field, header }) => [
      JSON.stringify([entity, field]),
      header,
    ]),
  );
  return listFields(schema).flatMap(({ entity, key, field }, owner) => {
    const header = headers.get(JSON.stringify([entity, key])) ?? field.label;
    return [
      { owner, kind: 'label' as const, text: field.label },
      ...(header === field.label ? [] : [{ owner, kind: 'header' as const, text: header }]),
      { owner, kind: 'key' as const, text: key },
      ...(field.aliases ?? []).map((text) => ({ owner, kind: 'alias' as const, text })),
    ];
  });
}

function indexNames(
  names: readonly FieldName[],
): Pick<SchemaIndex, 'byLetters' | 'byUnit' | 'byWord'> {
  const byLetters = new Map<string, FieldName[]>();
  const byUnit = new Map<Unit, FieldName[]>();
  const byWord = new Map<string, FieldName[]>();
  for (const name of names) {
    add(byLetters, name.letters, name);
    for (const word of name.meaning.words) add(byWord, word, name);
    for (const unit of name.meaning.content) {
      add(byUnit, unit, name);
      for (const near of RELATED_TO.get(unit) ?? []) add(byUnit, near, name);
    }
  }
  return { byLetters, byUnit, byWord };
}

function add<K>(map: Map<K, FieldName[]>, key: K, name: FieldName): void {
  const known = map.get(key);
  if (known) known.push(name);
  else map.set(key, [name]);
}

/** What a header may say (values) for a field that means the key. */
const RELATED_TO: ReadonlyMap<Unit, readonly Unit[]> = invertRelations();

function invertRelations(): ReadonlyMap<Unit, readonly Unit[]> {
  const inverted = new Map<Unit, Unit[]>();
  for (const [header, near] of Object.entries(RELATIONS)) {
    for (const field of Object.keys(near) as Unit[]) {
      inverted.set(field, [...(inverted.get(field) ?? []), header as Unit]);
    }
  }
  return inverted;
}
