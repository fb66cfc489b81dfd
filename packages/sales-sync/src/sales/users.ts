import { normalizeKey } from '@importera/engine';
import { syncSchema } from '../records/syncSchema.ts';
import type { Work } from '../run/Work.ts';

/** Users of the CRM, by name and by id. */
export interface Users {
  /** Id of the user a document names, else the catch-all user. */
  creatorOf(ourReference: string | null): string;
  nameOf(id: string | null): string | null;
}

/** A name that two users share names neither. */
export async function readUsers({ crm, settings, options }: Work): Promise<Users> {
  const users = await crm.users({ signal: options.signal });
  const ids = new Map<string, string | null>();
  for (const { id, name } of users) ids.set(foldName(name), ids.has(foldName(name)) ? null : id);
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return {
    creatorOf: (name) => ids.get(foldName(name ?? '')) ?? settings.catchAllUser,
    nameOf: (id) => names.get(id ?? '') ?? null,
  };
}

/** Names are compared as match keys are: without regard to case and spaces around. */
function foldName(name: string): string {
  const field = syncSchema.entities['deal']?.fields['creator'];
  return field === undefined ? name : String(normalizeKey(field, name) ?? '');
}
