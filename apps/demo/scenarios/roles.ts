import type { Person } from './Person.ts';

type Role = Pick<Person, 'isAdministrator' | 'role' | 'title'>;

// Roles that several companies have.
export const administrator: Role = {
  role: 'administrator',
  title: { en: 'Administrator', sv: 'Administratör' },
  isAdministrator: true,
};
export const seller: Role = {
  role: 'seller',
  title: { en: 'Seller', sv: 'Säljare' },
  isAdministrator: false,
};
