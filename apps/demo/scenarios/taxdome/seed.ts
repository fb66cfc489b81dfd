import { lines } from '../lines.ts';
import type { SeedRecord } from '../Scenario.ts';
import { slug } from '../slug.ts';

/** Invented clients: name, type, city, assignee, tags, people. */
const table = `
Brutăria Aurora SRL|Company|Cluj-Napoca|Elena Popescu|VAT|Ioana Marin
Atelier Lemn & Fier SRL|Company|Brașov|Andrei Ionescu|VAT, Payroll|Mihai Dobre, Sorin Pavel
Cofetăria Violeta SRL|Company|Iași|Maria Stan|Annual|Violeta Rusu
Dan Munteanu|Individual|Timișoara|Elena Popescu|Annual|Dan Munteanu
Grădina Botanica PFA|Other|Sibiu|Maria Stan||Otilia Neagu
Transport Carpați SA|Company|Pitești|Andrei Ionescu|VAT, Payroll|Gheorghe Toma, Lidia Toma
`;

const accounts = lines(table);

export const seed: readonly SeedRecord[] = [
  ...accounts.map(([name = '', type = '', city = '', assignee = '', tags = '']) => ({
    entity: 'account',
    values: {
      name,
      type,
      city,
      country: 'România',
      ...(type === 'Company' && { companyName: name }),
      ...(tags !== '' && { tags: tags.split(', ') }),
      assignees: [assignee],
    },
  })),
  ...accounts.flatMap(([name = '', , , , , people = ''], parent) =>
    people.split(', ').map((person) => contactOf(person, name, parent)),
  ),
];

function contactOf(person: string, account: string, parent: number): SeedRecord {
  const [firstName = '', lastName = ''] = person.split(' ');
  const email = `${slug(firstName)}.${slug(lastName)}@${slug(account)}.example`;
  return { entity: 'contact', parent, values: { firstName, lastName, email } };
}
