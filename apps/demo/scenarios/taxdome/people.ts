import type { Person } from '../Person.ts';
import { administrator } from '../roles.ts';

export const people: readonly Person[] = [
  {
    id: 'elena',
    name: 'Elena Popescu',
    role: 'owner',
    title: { en: 'Owner', sv: 'Ägare' },
    may: { en: 'May do everything', sv: 'Får göra allt' },
    isAdministrator: true,
  },
  {
    id: 'andrei',
    name: 'Andrei Ionescu',
    ...administrator,
    may: { en: 'May import and add fields', sv: 'Får importera och lägga till fält' },
  },
  {
    id: 'maria',
    name: 'Maria Stan',
    role: 'manages contacts',
    title: { en: 'Team member', sv: 'Medarbetare' },
    may: { en: 'Was granted to manage contacts', sv: 'Har fått rätt att hantera kontakter' },
    isAdministrator: false,
  },
  {
    id: 'radu',
    name: 'Radu Dinu',
    role: 'member',
    title: { en: 'Team member', sv: 'Medarbetare' },
    may: { en: 'May look at clients', sv: 'Får titta på klienter' },
    isAdministrator: false,
  },
];
