import { entitiesInOrder } from './entitiesInOrder.ts';
import type { Entity, Field, Schema } from './Schema.ts';

/** A field as a column of a file: what the import template writes and what mapping knows by header. */
export interface TemplateColumn {
  readonly entity: string;
  readonly field: string;
  /** Unique in the schema: the field's label, with the entity's before it where two fields share one. */
  readonly header: string;
}

/**
 * One column for each field of every entity, parents first, with custom fields. Id columns, which only updates
 * use, come last.
 */
export function templateColumns(schema: Schema): readonly TemplateColumn[] {
  const all = entitiesInOrder(schema).flatMap(([entity, shape]) =>
    Object.entries(shape.fields).map(([field, def]) => ({ entity, shape, field, def })),
  );
  const ordered = [
    ...all.filter(({ def }) => def.type !== 'id'),
    ...all.filter(({ def }) => def.type === 'id'),
  ];
  const shared = repeated(ordered.map(({ def }) => def.label));
  const taken = new Set<string>();
  return ordered.map(({ entity, shape, field, def }) => {
    const header = freeHeader({ shape, field, def }, shared, taken);
    taken.add(sameHeader(header));
    return { entity, field, header };
  });
}

interface Named {
  readonly shape: Entity;
  readonly field: string;
  readonly def: Field;
}

function freeHeader(
  { shape, field, def }: Named,
  shared: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): string {
  const label = def.label.trim() || field;
  const long = `${shape.label.trim()} ${label}`;
  const candidates = [shared.has(sameHeader(def.label)) ? long : label, long, `${long} (${field})`];
  const free = candidates.find((header) => !taken.has(sameHeader(header)));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(sameHeader(`${long} (${number})`))) number++;
  return `${long} (${number})`;
}

function repeated(labels: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const label of labels.map(sameHeader)) (seen.has(label) ? twice : seen).add(label);
  return twice;
}

/** Two headers that differ in case, spaces or signs alone would be taken for one another. */
function sameHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
