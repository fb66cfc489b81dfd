import { formatQuestion } from '@importera/engine';
import type { EditingState, Schema } from '@importera/engine';
import { fieldOf } from './fieldNames.ts';

/** How many columns wait for an answer about how they are written; `entities` counts only those that go there. */
export function formatQuestions(
  { recipe, table }: Pick<EditingState, 'recipe' | 'table'>,
  schema: Schema,
  entities: readonly string[] | null = null,
): number {
  return recipe.columns.filter((mapping) => {
    const { target } = mapping;
    if (target?.kind !== 'field' || entities?.includes(target.entity) === false) return false;
    return formatQuestion(mapping, fieldOf(schema, target), table.columns) !== null;
  }).length;
}
