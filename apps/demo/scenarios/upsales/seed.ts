import { lines } from '../lines.ts';
import type { SeedRecord } from '../Scenario.ts';
import { slug } from '../slug.ts';

/** Invented companies and people: name, postcode, city, account manager, people with their titles. */
const table = `
Brunnsparkens Kontor AB|411 03|Göteborg|Linn Ekström|Maja Lindgren VD, Olof Persson Inköpschef
Tvätteriet i Gamla Stan|111 29|Stockholm|Omar Haddad|Signe Nordin Ägare
Hökarängens Cykelverkstad|123 57|Farsta|Petra Sundin|Jamal Aziz Verkstadschef
Norrlands Fönster AB|903 30|Umeå|Omar Haddad|Kerstin Vall VD, Tor Bäckman Säljchef, Ida Renman Ekonomi
Vimmerby Trävaror|598 37|Vimmerby|Linn Ekström|Göte Fransson VD
Sandhamns Värdshus|130 39|Sandhamn|Petra Sundin|Elsa Wikström Hotellchef
Karlskrona Varvsservice AB|371 34|Karlskrona|Omar Haddad|Björn Thulin Platschef, Annika Rask Inköp
Lövstabruks Kvarn|819 66|Lövstabruk|Petra Sundin|Hedda Gren Ägare
`;

/** Two of one name: whoever matches by it gets an ambiguous row (UP13). */
const duplicates: readonly SeedRecord[] = [
  { entity: 'company', values: { name: 'Dubblettgruppen AB', postalCode: '582 25' } },
  { entity: 'company', values: { name: 'Dubblettgruppen AB', postalCode: '582 25' } },
];

const companies = lines(table);

export const seed: readonly SeedRecord[] = [
  ...companies.map(([name = '', postalCode = '', city = '', accountManager = '']) => ({
    entity: 'company',
    values: { name, postalCode, city, accountManager, country: 'Sverige' },
  })),
  ...companies.flatMap(([name = '', , , , people = ''], parent) =>
    people.split(', ').map((person) => contactOf(person, name, parent)),
  ),
  ...duplicates,
  // The two contacts of the product's own question and answer.
  testContact(),
  testContact(),
];

function contactOf(person: string, company: string, parent: number): SeedRecord {
  const [first = '', last = '', title = ''] = person.split(' ');
  const email = `${slug(first)}.${slug(last)}@${slug(company)}.example`;
  return { entity: 'contact', parent, values: { name: `${first} ${last}`, title, email } };
}

function testContact(): SeedRecord {
  const values = { name: 'TEST', email: 'test@vimmerbytravaror.example' };
  return { entity: 'contact', parent: 4, values };
}
