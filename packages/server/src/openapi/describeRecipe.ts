import { recipeSchema, type JsonSchema } from '@importera/engine';

/** What the members of a recipe mean, by their place in it. */
const MEANINGS: Readonly<Record<string, string>> = {
  kind: 'Which of the schema’s kinds is imported; only where it has some.',
  read: 'How the file is read, where not as found.',
  'read.headerRow': 'Row of the headings as the spreadsheet numbers it; null: none; auto: find it.',
  'read.skipRows': 'Rows to pass over from the top.',
  columns: 'One for each column of the file, in its order.',
  'columns[].column': 'Its place: 0 for the first.',
  'columns[].header': 'Its heading, as in the file.',
  'columns[].target':
    'Where it goes: "entity.field" or the same as an object, "ignore", or a field to be made. null: not decided yet, which is no start.',
  'columns[].match': 'Part of the key by which the stored record is found.',
  'columns[].write': 'What it may do to a stored value.',
  'columns[].clear': 'An empty cell empties the field.',
  'columns[].format': 'How its cells are written, where they leave it open.',
  'columns[].values': 'Texts of cells and the option each means; null: none.',
  defaults: 'Values for empty cells, and for fields without a column; fixed: for all rows.',
  policy: 'What may be written; what is left out is as the schema says.',
  'policy.ambiguous': 'What becomes of a row that several stored records match.',
  'policy.allOrNothing': 'Nothing is written where a row has an error.',
  settings: 'Answers to the schema’s settings, by key.',
  edits: 'Cells put right; row as the spreadsheet shows it, column 0 for the first.',
  excluded: 'Rows left out, as the spreadsheet shows them.',
};

/** A recipe as the server takes and shows it: what the engine reads, with every column whole. */
export function describeRecipe(): JsonSchema {
  const { $schema: _schema, ...properties } = recipeSchema['properties'] as Properties;
  const columns = properties['columns'] as JsonSchema & { readonly items: JsonSchema };
  const { anyOf: _either, ...item } = columns.items;
  const whole = { ...columns, items: { ...item, required: ['column', 'header'] } };
  return explained({ ...recipeSchema, properties: { ...properties, columns: whole } }, '');
}

type Properties = Readonly<Record<string, JsonSchema>>;

function explained(schema: JsonSchema, path: string): JsonSchema {
  const { properties, items } = schema as { properties?: Properties; items?: JsonSchema };
  return {
    ...(Object.hasOwn(MEANINGS, path) && { description: MEANINGS[path] }),
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, member]) => [
          name,
          explained(member, path === '' ? name : `${path}.${name}`),
        ]),
      ),
    }),
    ...(items && { items: explained(items, `${path}[]`) }),
  };
}
