import type { CrmRecord } from '../api.ts';

/** What a record is called: a company's name, a contact's, else its address. */
export function recordName({ values }: CrmRecord): string {
  if (typeof values['name'] === 'string') return values['name'];
  const name = [values['firstName'], values['lastName']].filter(Boolean).join(' ');
  return name || String(values['email'] ?? '–');
}
