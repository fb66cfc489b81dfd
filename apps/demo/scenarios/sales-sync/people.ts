import type { Person } from '../Person.ts';
import { administrator, seller } from '../roles.ts';

export const people: readonly Person[] = [
  {
    id: 'astrid',
    name: 'Astrid Lund',
    ...administrator,
    may: { en: 'Chooses how sales are synced', sv: 'Väljer hur försäljningen synkas' },
  },
  {
    id: 'erik',
    name: 'Erik Sandberg',
    ...seller,
    may: { en: 'Makes deals and wins them', sv: 'Gör affärer och vinner dem' },
  },
];
