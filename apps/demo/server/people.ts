/** Who may do what in the demo. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'administrator' | 'seller';
}

/** The two people one can sign in as. A real host has real accounts here. */
export const people: readonly Person[] = [
  {
    id: 'astrid',
    name: 'Astrid Lund',
    email: 'astrid.lund@nordlys.example',
    role: 'administrator',
  },
  { id: 'erik', name: 'Erik Sandberg', email: 'erik.sandberg@nordlys.example', role: 'seller' },
];
