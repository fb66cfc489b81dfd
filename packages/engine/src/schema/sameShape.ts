import { choiceOptions } from './choiceOptions.ts';
import type { Field, ImportKind, Schema, Setting } from './Schema.ts';

/** Whether two schemas take the same records and answers by the same rules: then they differ in words alone, as two languages do. */
export function sameShape(a: Schema, b: Schema): boolean {
  return a === b || JSON.stringify(shapeOf(a)) === JSON.stringify(shapeOf(b));
}

function shapeOf({ entities, settings, kinds, ...rules }: Schema): unknown {
  const entityShapes = Object.entries(entities).map(([key, { fields, ...entity }]) => [
    key,
    rulesOf(entity),
    parts(fields),
  ]);
  return [rulesOf(rules), entityShapes, parts(settings ?? {}), parts(kinds ?? {})];
}

function parts(named: Readonly<Record<string, Field | Setting | ImportKind>>): unknown {
  return Object.entries(named).map(([key, part]) => {
    const options = 'options' in part ? (part.options ?? []) : [];
    return [key, rulesOf(part), choiceOptions(options).map(({ value }) => value)];
  });
}

/** What is said of a part, in any language. A check is code, made anew with each schema; options are compared by their values. */
const UNCOMPARED: ReadonlySet<string> = new Set([
  'label',
  'labels',
  'help',
  'aliases',
  'example',
  'group',
  'options',
  'check',
  'checkBatch',
]);

function rulesOf(part: object): unknown {
  return Object.entries(part)
    .filter(([key, value]) => !UNCOMPARED.has(key) && value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
