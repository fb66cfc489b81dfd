import type { Person } from '../Person.ts';

export const people: readonly Person[] = [
  {
    id: 'astrid',
    name: 'Astrid Lund',
    email: 'astrid.lund@nordlys.example',
    role: 'administrator',
    title: { en: 'Administrator', sv: 'Administratör' },
    may: { en: 'May import data and add fields', sv: 'Får importera data och lägga till fält' },
    isAdministrator: true,
  },
  {
    id: 'erik',
    name: 'Erik Sandberg',
    email: 'erik.sandberg@nordlys.example',
    role: 'seller',
    title: { en: 'Seller', sv: 'Säljare' },
    may: { en: 'May look at companies and contacts', sv: 'Får titta på företag och kontakter' },
    isAdministrator: false,
  },
];
