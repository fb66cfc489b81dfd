import type { ServerDatabase } from '@importera/server';
import type { Background, BackgroundHost } from '../scenarios/Background.ts';
import { scenarios } from './scenarios.ts';
import { signedIn } from './sessionRoutes.ts';

/** Begins what scenarios do behind their pages; by the path of the scenario. */
export async function startBackgrounds(
  database: ServerDatabase,
  options: Pick<BackgroundHost, 'folder' | 'work'>,
): Promise<ReadonlyMap<string, Background>> {
  const begun = new Map<string, Background>();
  for (const scenario of scenarios) {
    const background = await scenario.background?.({
      ...options,
      database,
      signedIn: (request) => signedIn(scenario, request),
    });
    if (background !== undefined) begun.set(scenario.path, background);
  }
  return begun;
}
