import type { Person } from '../Person.ts';

export const people: readonly Person[] = [
  {
    id: 'astrid',
    name: 'Astrid Lund',
    email: 'astrid.lund@nordlys.example',
    role: 'administrator',
    title: { en: 'Administrator', sv: 'Administratör' },
    may: { en: 'Chooses how sales are synced', sv: 'Väljer hur försäljningen synkas' },
    isAdministrator: true,
  },
  {
    id: 'erik',
    name: 'Erik Sandberg',
    email: 'erik.sandberg@nordlys.example',
    role: 'seller',
    title: { en: 'Seller', sv: 'Säljare' },
    may: { en: 'Makes deals and wins them', sv: 'Gör affärer och vinner dem' },
    isAdministrator: false,
  },
];
