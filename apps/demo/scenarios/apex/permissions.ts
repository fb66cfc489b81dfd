import type { ImportPermissions } from '@importera/engine';
import type { Localized } from '../Localized.ts';
import type { Person } from '../Person.ts';

// #region permissions
/** Company administrators import into every project, case officers into their own, nobody else (AP1). */
export function permissions(
  { role }: Pick<Person, 'role'>,
  say: (text: Localized) => string,
): ImportPermissions {
  if (role === 'company administrator') return {};
  const [, project] = /^case officer: (.+)$/u.exec(role) ?? [];
  if (project === undefined) return { import: say(nobodyElse) };
  return { settings: { project: { [project]: true, '*': say(notTheirs) } } };
}
// #endregion

/** Whoever may import into a project may invite its customers. */
export function mayInvite(person: Pick<Person, 'role'>, project: string): boolean {
  const { import: whole, settings } = permissions(person, ({ en }) => en);
  const projects = settings?.['project'];
  return whole === undefined && (projects === undefined || projects[project] === true);
}

const nobodyElse: Localized = {
  en: 'Customers are imported by company administrators and the project’s own case officers. Ask one of them.',
  sv: 'Kunder importeras av företagsadministratörer och projektets egna handläggare. Be någon av dem.',
};
const notTheirs: Localized = {
  en: 'Only those of which you are a case officer. Ask a company administrator for the others.',
  sv: 'Bara de där du är handläggare. Be en företagsadministratör om de andra.',
};
