import type { SeedRecord } from '../Scenario.ts';

/** Invented companies and people. */
export const seed: readonly SeedRecord[] = [
  {
    entity: 'company',
    values: { name: 'Brunnsparken Kontor AB', postalCode: '411 03', city: 'Göteborg' },
  },
  {
    entity: 'contact',
    parent: 0,
    values: { name: 'Maja Lindgren', email: 'maja@brunnsparken.example', title: 'VD' },
  },
];
