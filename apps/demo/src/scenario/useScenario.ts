import { createContext, useContext } from 'react';
import type { RecordListView, ScenarioPage } from '../../scenarios/ScenarioPage.ts';

export const ScenarioContext = createContext<ScenarioPage | null>(null);

export interface ShownScenario extends ScenarioPage {
  /** The address of a place in the scenario. */
  href(place: string): string;
  /** The list that records of an entity have. */
  listOf(entity: string): RecordListView | undefined;
}

/** The scenario whose pages these are. */
export function useScenario(): ShownScenario {
  const page = useContext(ScenarioContext);
  if (page === null) throw new Error('useScenario is for pages of a scenario.');
  return {
    ...page,
    href: (place) => `/${page.path}${place}`,
    listOf: (entity) => page.lists.find((list) => list.entity === entity),
  };
}
