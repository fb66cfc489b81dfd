import type { Person } from '../Person.ts';

export const people: readonly Person[] = [
  {
    id: 'elena',
    name: 'Elena Popescu',
    email: 'elena@cabinet.example',
    role: 'owner',
    title: { en: 'Owner', sv: 'Ägare' },
    may: { en: 'May do everything', sv: 'Får göra allt' },
    isAdministrator: true,
  },
  {
    id: 'andrei',
    name: 'Andrei Ionescu',
    email: 'andrei@cabinet.example',
    role: 'administrator',
    title: { en: 'Administrator', sv: 'Administratör' },
    may: { en: 'May import and add fields', sv: 'Får importera och lägga till fält' },
    isAdministrator: true,
  },
  {
    id: 'maria',
    name: 'Maria Stan',
    email: 'maria@cabinet.example',
    role: 'manages contacts',
    title: { en: 'Team member', sv: 'Medarbetare' },
    may: { en: 'Was granted to manage contacts', sv: 'Har fått rätt att hantera kontakter' },
    isAdministrator: false,
  },
  {
    id: 'radu',
    name: 'Radu Dinu',
    email: 'radu@cabinet.example',
    role: 'member',
    title: { en: 'Team member', sv: 'Medarbetare' },
    may: { en: 'May look at clients', sv: 'Får titta på klienter' },
    isAdministrator: false,
  },
];
