import type { SeedRecord } from '../Scenario.ts';

const projects = { Fjordutsikten: 'A', Bryggekvartalet: 'B' } as const;

/** Homes of two invented projects: A101–A304 and B101–B304. */
export const seed: readonly SeedRecord[] = Object.entries(projects).flatMap(([project, letter]) =>
  [1, 2, 3].flatMap((floor) =>
    [1, 2, 3, 4].map((door) => ({
      entity: 'home',
      values: { number: `${letter}${floor}0${door}`, project, floor: String(floor) },
    })),
  ),
);
