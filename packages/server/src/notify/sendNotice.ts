import type { Recipe, Schema } from '@importera/engine';
import { schemaOf } from '../Host.ts';
import { findImport } from '../store/imports.ts';
import type { ImportJob } from '../work/importQueue.ts';
import type { WorkerHost } from '../work/Worker.ts';

/** Tells every notifier that an import ended. If one fails, the queue comes again: notices arrive at least once. */
export async function sendNotice(
  host: Pick<WorkerHost, 'database' | 'notifiers' | 'schemas'>,
  { tenant, importId }: ImportJob,
): Promise<void> {
  const found = await findImport(host.database.client, { tenant, id: importId });
  const schema = found && schemaOf(host, found.shown.schemaId);
  if (!found || !schema) return;
  const { key, shown } = found;
  const recipients = recipientsOf(schema, shown.recipe);
  for (const notifier of host.notifiers) {
    await notifier.notify({ key, import: shown, schema, recipients });
  }
}

/** What was answered to the settings that ask for addresses. */
function recipientsOf(schema: Schema, recipe: Recipe | null): readonly string[] {
  const keys = Object.entries(schema.settings ?? {})
    .filter(([, { type }]) => type === 'emails')
    .map(([key]) => key);
  const addresses = keys.flatMap((key) => {
    const value = recipe?.settings[key];
    return Array.isArray(value) ? (value as readonly string[]) : [];
  });
  return [...new Set(addresses)];
}
