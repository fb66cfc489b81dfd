import {
  createRecipe,
  ImportError,
  importScope,
  kindOf,
  parseRecipe,
  schemaOfKind,
  type ColumnMapping,
  type Recipe,
  type RecipeDraft,
  type Schema,
} from '@importera/engine';

type ColumnDraft = NonNullable<RecipeDraft['columns']>[number];

/**
 * A recipe as a browser sent it, if it fits the schema. Members it leaves out get their default; answers to settings may be
 * missing, for a draft may be stored before all is answered.
 * @throws ImportError `recipe-invalid`
 */
export function checkRecipe(json: unknown, whole: Schema): Recipe {
  const draft = parseRecipe(json);
  const kind = kindOf(whole, draft.kind);
  const schema = schemaOfKind(whole, kind);
  const columns = (draft.columns ?? []).map((column, index) => wholeColumn(column, index, schema));
  for (const { entity, field } of draft.defaults ?? []) checkField({ entity, field }, schema);
  for (const key of Object.keys(draft.settings ?? {})) {
    if (!Object.hasOwn(schema.settings ?? {}, key)) throw noSetting(key, schema);
  }
  const fresh = createRecipe(schema, columns, draft.read);
  const recipe: Recipe = {
    ...fresh,
    ...(kind !== undefined && { kind }),
    defaults: draft.defaults ?? [],
    policy: { ...fresh.policy, ...draft.policy },
    settings: { ...fresh.settings, ...draft.settings },
    edits: draft.edits ?? [],
    excluded: draft.excluded ?? [],
  };
  // Answers and policy, as planning will ask for them.
  importScope(whole, recipe, { importId: '' });
  return recipe;
}

function wholeColumn(column: ColumnDraft, index: number, schema: Schema): ColumnMapping {
  const { target = null, match = false, clear = false } = column;
  const write = column.write ?? schema.policy?.write?.default ?? 'overwrite';
  if (column.column === undefined || column.header === undefined)
    throw notWhole(index, column.column === undefined ? 'column' : 'header');
  if (column.column !== index)
    throw invalid(
      `columns[${index}] says it is column ${column.column}; there must be one for each column of the file, in its order, and the first is 0`,
    );
  if (target?.kind === 'field') checkField(target, schema);
  if (target?.kind === 'new-field') checkNewField(target, schema);
  if (target !== null && target.kind !== 'ignore') checkWrite(write, index, schema);
  const { header, format = {}, values = [] } = column;
  return { column: index, header, target, match, write, clear, format, values };
}

function checkWrite(write: ColumnMapping['write'], index: number, { policy }: Schema): void {
  if (policy?.write?.choices?.includes(write) ?? true) return;
  throw invalid(`its column ${index} is written by "${write}", which is not allowed here`);
}

function checkField(
  { entity, field }: { readonly entity: string; readonly field: string },
  schema: Schema,
): void {
  const { fields } = checkEntity(entity, schema);
  if (Object.hasOwn(fields, field)) return;
  const known = Object.keys(fields).join(', ');
  throw invalid(
    `it names "${entity}.${field}", which the schema does not have; ${entity} has ${known}`,
  );
}

function checkNewField(
  { entity, field }: { readonly entity: string; readonly field: string },
  schema: Schema,
): void {
  const { extendable, fields } = checkEntity(entity, schema);
  if (extendable === true || Object.hasOwn(fields, field)) return;
  throw invalid(`it makes a new field of "${entity}", which takes none`);
}

function checkEntity(entity: string, schema: Schema): Schema['entities'][string] {
  const found = Object.hasOwn(schema.entities, entity) ? schema.entities[entity] : undefined;
  if (found !== undefined) return found;
  const known = Object.keys(schema.entities).join(', ');
  throw invalid(`it names "${entity}", which the schema does not have here; there are ${known}`);
}

function noSetting(key: string, { settings = {} }: Schema): ImportError {
  const known = Object.keys(settings).join(', ');
  const those = known === '' ? 'it has none' : `it has ${known}`;
  return invalid(`it answers the setting "${key}", which the schema does not have (${those})`);
}

/** As a person writes it for the command line, which knows the file and suggests the rest. */
function notWhole(index: number, missing: string): ImportError {
  const problem = `columns[${index}] has no "${missing}"`;
  return new ImportError(
    'recipe-invalid',
    `The recipe is not whole: ${problem}. There must be one for each column of the file, in its order, with "column" (0 for the first) and "header"; POST …/table tells them.`,
    { params: { path: `columns[${index}].${missing}`, problem } },
  );
}

function invalid(problem: string): ImportError {
  return new ImportError('recipe-invalid', `The recipe does not fit the schema: ${problem}.`, {
    params: { problem },
  });
}
