import type { Schema, StepInfo } from '@importera/engine';
import type { Messages } from '../locales/Locale.ts';
import { entityLabels } from '../match/fieldNames.ts';

/** What a step is called; a part of the match step after what is matched there. */
export function stepName(
  { step, part }: Pick<StepInfo, 'step' | 'part'>,
  schema: Schema,
  messages: Messages,
): string {
  return part === undefined
    ? messages.steps[step]
    : messages.parts.step(partLabel(part.entities, schema));
}

/** The entities of a part, as people call them. */
export function partLabel(entities: readonly string[], schema: Schema): string {
  return entities.map((key) => entityLabels(schema.entities[key], key)).join(', ');
}
