import type { SeedRecord } from '../Scenario.ts';

/** Invented accounts. */
export const seed: readonly SeedRecord[] = [
  {
    entity: 'account',
    values: {
      name: 'Brutăria Aurora SRL',
      type: 'Company',
      companyName: 'Brutăria Aurora SRL',
      city: 'Cluj-Napoca',
      tags: ['VAT'],
      assignees: ['Elena Popescu'],
    },
  },
  {
    entity: 'contact',
    parent: 0,
    values: { firstName: 'Ioana', lastName: 'Marin', email: 'ioana@aurora.example' },
  },
];
