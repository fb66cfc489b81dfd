import { useScenario } from '../scenario/useScenario.ts';
import { useSchema } from '../scenario/useSchema.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import type { IconName } from './Icon.tsx';

export interface MenuEntry {
  readonly path: string;
  readonly icon: IconName;
  readonly label: string;
}

/** The places of a scenario: its lists, its own places, and those that every one has. */
export function useMenu(): readonly MenuEntry[] {
  const { lists, places = [], wizard } = useScenario();
  const { nav } = useTexts();
  const language = useLanguage();
  const { entities } = useSchema();
  return [
    ...lists.map(({ path, icon, entity }) => ({ path, icon, label: pluralOf(entities, entity) })),
    ...places.map(({ path, icon, label }) => ({ path, icon, label: label[language] })),
    ...(wizard === null ? [] : [{ path: 'import', icon: 'import' as const, label: nav.import }]),
    { path: 'mails', icon: 'mail', label: nav.mails },
    { path: 'settings', icon: 'settings', label: nav.settings },
  ];
}

/** What records of an entity are called. */
export function pluralOf(
  entities: Readonly<Record<string, { readonly label: string; readonly labels?: string }>>,
  entity: string,
): string {
  const { label = entity, labels = label } = entities[entity] ?? {};
  return labels;
}
