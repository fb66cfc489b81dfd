import type { Person } from '../Person.ts';
import { administrator, seller } from '../roles.ts';

export const people: readonly Person[] = [
  {
    id: 'astrid',
    name: 'Astrid Lund',
    ...administrator,
    may: { en: 'May import data and add fields', sv: 'Får importera data och lägga till fält' },
  },
  {
    id: 'erik',
    name: 'Erik Sandberg',
    ...seller,
    may: { en: 'May look at companies and contacts', sv: 'Får titta på företag och kontakter' },
  },
];
