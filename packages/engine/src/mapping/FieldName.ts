import type { Field } from '../schema/Schema.ts';
import type { Meaning } from './Meaning.ts';

/** A field that a column may be mapped to. */
export interface MappableField {
  /** Position among all fields of the schema. */
  readonly index: number;
  readonly entity: string;
  readonly key: string;
  readonly field: Field;
  readonly names: readonly FieldName[];
}

/** One of the texts that name a field: its key, label or an alias. */
export interface FieldName {
  readonly owner: number;
  readonly kind: 'key' | 'label' | 'alias';
  readonly text: string;
  /** The words without anything between them, for equality: `firstname`. */
  readonly letters: string;
  readonly meaning: Meaning;
  /** 0–1; below 1 for an alias, less for one that means something else than the label (`Title` for a job title). */
  readonly weight: number;
}
