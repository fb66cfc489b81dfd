import type { Person } from '../Person.ts';

export const people: readonly Person[] = [
  {
    id: 'linn',
    name: 'Linn Ekström',
    email: 'linn.ekstrom@klivet.example',
    role: 'administrator',
    title: { en: 'Administrator', sv: 'Administratör' },
    may: { en: 'May import registers', sv: 'Får importera register' },
    isAdministrator: true,
  },
  {
    id: 'omar',
    name: 'Omar Haddad',
    email: 'omar.haddad@klivet.example',
    role: 'seller',
    title: { en: 'Seller', sv: 'Säljare' },
    may: { en: 'May look at companies and contacts', sv: 'Får titta på företag och kontakter' },
    isAdministrator: false,
  },
];
