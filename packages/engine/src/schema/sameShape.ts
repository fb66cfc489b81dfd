import { choiceOptions } from './choiceOptions.ts';
import type { Field, Schema, Setting } from './Schema.ts';

/** Whether two schemas take the same records and answers: then they differ in words alone, as two languages do. */
export function sameShape(a: Schema, b: Schema): boolean {
  return a === b || JSON.stringify(shapeOf(a)) === JSON.stringify(shapeOf(b));
}

function shapeOf({ id, entities, settings, kinds, matchSteps }: Schema): unknown {
  const shapes = Object.entries(entities).map(([key, { parent, fields }]) => [
    key,
    parent,
    parts(fields),
  ]);
  const kindShapes = Object.entries(kinds ?? {}).map(([key, kind]) => [key, kind.entities]);
  return [id, shapes, parts(settings ?? {}), kindShapes, matchSteps];
}

function parts(named: Readonly<Record<string, Field | Setting>>): unknown {
  return Object.entries(named).map(([key, part]) => [key, part.type, valuesOf(part)]);
}

function valuesOf(part: Field | Setting): unknown {
  const isMultiple = 'multiple' in part && part.multiple;
  const options = 'options' in part ? (part.options ?? []) : [];
  return [isMultiple, choiceOptions(options).map(({ value }) => value)];
}
