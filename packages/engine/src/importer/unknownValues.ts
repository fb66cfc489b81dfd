import type { ColumnMapping } from '../mapping/Mapping.ts';
import { suggestValues } from '../mapping/suggestValues.ts';
import { choiceLookup, splitChoices } from '../records/convertChoice.ts';
import type { ChoiceField, Schema } from '../schema/Schema.ts';
import type { TableColumn } from '../table/Table.ts';
import type { Recipe } from './Recipe.ts';
import type { UnknownValue } from './Session.ts';

/**
 * The texts of choice columns that are no option, each once, most frequent first. Those the person has decided about
 * already are among them, so that a decision can be seen and taken back. A choice that is `open` takes any text and asks
 * nothing.
 */
export function unknownValues(
  recipe: Pick<Recipe, 'columns'>,
  columns: readonly TableColumn[],
  schema: Schema,
): readonly UnknownValue[] {
  return recipe.columns.flatMap((mapping) => {
    const field = choiceFieldOf(mapping, schema);
    const column = columns[mapping.column];
    return field === null || column === undefined ? [] : unknownOf(column, field);
  });
}

function choiceFieldOf({ target }: ColumnMapping, schema: Schema): ChoiceField | null {
  if (target?.kind !== 'field') return null;
  const field = schema.entities[target.entity]?.fields[target.field];
  return field?.type === 'choice' && field.open !== true ? field : null;
}

function unknownOf(column: TableColumn, field: ChoiceField): readonly UnknownValue[] {
  const lookup = choiceLookup(field, new Map());
  const counts = new Map<string, number>();
  for (const [text, count] of column.profile.distinct) {
    for (const part of partsOf(text.trim(), field, lookup)) {
      if (lookup(part) === undefined) counts.set(part, (counts.get(part) ?? 0) + count);
    }
  }
  const texts = [...counts.keys()];
  const suggestions = suggestValues(texts, field);
  return texts
    .map((text, index) => ({
      column: column.index,
      text,
      count: counts.get(text) ?? 0,
      suggestion: suggestions[index]?.value ?? null,
    }))
    .toSorted((a, b) => b.count - a.count);
}

/** The whole text first: an option may hold a separator itself. */
function partsOf(
  text: string,
  field: ChoiceField,
  lookup: (text: string) => string | null | undefined,
): readonly string[] {
  if (text === '') return [];
  if (field.multiple !== true || lookup(text) !== undefined) return [text];
  return splitChoices(text);
}
