import type { Person } from '../Person.ts';

export const people: readonly Person[] = [
  {
    id: 'ingrid',
    name: 'Ingrid Solheim',
    role: 'company administrator',
    title: { en: 'Company administrator', sv: 'Företagsadministratör' },
    may: { en: 'May import into every project', sv: 'Får importera till alla projekt' },
    isAdministrator: true,
  },
  {
    id: 'magnus',
    name: 'Magnus Berg',
    role: 'case officer: Fjordutsikten',
    title: { en: 'Case officer, Fjordutsikten', sv: 'Handläggare, Fjordutsikten' },
    may: { en: 'May import into Fjordutsikten', sv: 'Får importera till Fjordutsikten' },
    isAdministrator: false,
  },
  {
    id: 'sara',
    name: 'Sara Nilsen',
    role: 'site manager',
    title: { en: 'Site manager', sv: 'Platschef' },
    may: { en: 'May look at homes and customers', sv: 'Får titta på bostäder och kunder' },
    isAdministrator: false,
  },
];
