import type { Schema } from '../schema/Schema.ts';
import { kindOf, schemaOfKind } from '../schema/schemaOfKind.ts';
import type { ImporterState } from './ImporterState.ts';
import { editingPart } from './steps.ts';

/** Which kind is imported in a state: the one chosen, else the first; undefined where the schema has none. */
export function kindAtHand(state: ImporterState, schema: Schema): string | undefined {
  const open = state.step === 'file' ? editingPart(state) : state;
  const chosen = open === null && state.step === 'file' ? state.kind : open?.recipe.kind;
  const known = chosen != null && Object.hasOwn(schema.kinds ?? {}, chosen) ? chosen : null;
  return kindOf(schema, known);
}

/** The schema as the state's kind sees it. */
export function schemaAtHand(state: ImporterState, schema: Schema): Schema {
  return schemaOfKind(schema, kindAtHand(state, schema));
}
