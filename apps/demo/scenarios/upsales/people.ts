import type { Person } from '../Person.ts';
import { administrator, seller } from '../roles.ts';

export const people: readonly Person[] = [
  {
    id: 'linn',
    name: 'Linn Ekström',
    ...administrator,
    may: { en: 'May import registers', sv: 'Får importera register' },
  },
  {
    id: 'omar',
    name: 'Omar Haddad',
    ...seller,
    may: { en: 'May look at companies and contacts', sv: 'Får titta på företag och kontakter' },
  },
];
