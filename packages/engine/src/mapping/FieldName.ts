import type { Field } from '../schema/Schema.ts';
import type { Meaning } from './Meaning.ts';
import type { ValueKind } from './valueEvidence.ts';

/** Whether an entity is of organisations or of people, as far as its name tells. */
export type EntityClass = 'organisation' | 'person' | null;

/** A field that a column may be mapped to. */
export interface MappableField {
  readonly entity: string;
  readonly entityClass: EntityClass;
  readonly key: string;
  readonly field: Field;
  /** What the values of its column should look like. */
  readonly kind: ValueKind;
  /** Its label means the name of a company. */
  readonly isCompanyName: boolean;
}

/** One of the texts that name a field. `header` is its column in the import template. */
export interface FieldName {
  /** Position of the field among all of the schema. */
  readonly owner: number;
  readonly kind: 'header' | 'label' | 'key' | 'alias';
  readonly text: string;
  /** The words without anything between them, for equality: `firstname`. */
  readonly letters: string;
  /** See `letterMask`. */
  readonly mask: number;
  readonly meaning: Meaning;
  /** 0–1; below 1 for an alias, less for one that means something else than the label (`Title` for a job title). */
  readonly weight: number;
}
