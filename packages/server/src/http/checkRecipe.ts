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
    if (!Object.hasOwn(schema.settings ?? {}, key))
      throw invalid(`it answers the setting "${key}", which the schema does not have`);
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
  if (column.column !== index) throw invalid(`its column ${index} must say so in "column"`);
  if (column.header === undefined) throw invalid(`its column ${index} has no "header"`);
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
  throw invalid(`it names "${entity}.${field}", which the schema does not have`);
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
  throw invalid(`it names "${entity}", which the schema does not have`);
}

function invalid(problem: string): ImportError {
  return new ImportError('recipe-invalid', `The recipe does not fit the schema: ${problem}.`, {
    params: { problem },
  });
}
