import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field, Schema } from '../schema/Schema.ts';
import { templateColumns } from '../schema/templateColumns.ts';
import { suggestMapping } from './suggestMapping.ts';

const text = (label: string, aliases: readonly string[] = []): Field => ({
  type: 'text',
  label,
  aliases,
});

/** One entity with English names only: other languages must come from the lexicon. */
const contacts: Schema = {
  id: 'contacts',
  entities: {
    record: {
      label: 'Record',
      fields: {
        firstName: text('First name'),
        lastName: text('Last name'),
        fullName: text('Full name'),
        salutation: text('Salutation'),
        jobTitle: text('Job title'),
        company: text('Company'),
        orgNumber: text('Organisation number'),
        vat: text('VAT number'),
        customerNumber: text('Customer number'),
        email: { type: 'email', label: 'E-mail' },
        email2: { type: 'email', label: 'Secondary e-mail' },
        phone: { type: 'phone', label: 'Phone' },
        mobile: { type: 'phone', label: 'Mobile' },
        street: text('Street'),
        street2: text('Street 2'),
        postalCode: text('Postal code'),
        city: text('City'),
        region: text('Region'),
        country: text('Country'),
        birthDate: { type: 'date', label: 'Birth date' },
        status: text('Status'),
        notes: text('Notes'),
        createdAt: { type: 'date', label: 'Created' },
      },
    },
  },
};

/** Fields by the columns of a file without rows. */
function mapped(schema: Schema, ...headers: readonly string[]): readonly (string | null)[] {
  const columns = headers.map((header) => ({ header, samples: [] }));
  return suggestMapping(columns, schema).map(({ guess }) => guess?.field ?? null);
}

const FILES: readonly {
  readonly description: string;
  readonly columns: Readonly<Record<string, string | null>>;
}[] = [
  {
    description: 'Swedish compounds and abbreviations',
    columns: {
      Kundnr: 'customerNumber',
      Företagsnamn: 'company',
      'Org.nr': 'orgNumber',
      Kontaktperson: 'fullName',
      'E-postadress': 'email',
      Tfn: 'phone',
      Mobilnr: 'mobile',
      Gatuadress: 'street',
      Postnr: 'postalCode',
      Ort: 'city',
      Betalningsvillkor: null,
    },
  },
  {
    description: 'German with a delivery address, which loses to the first one',
    columns: {
      Firma: 'company',
      Vorname: 'firstName',
      Nachname: 'lastName',
      Straße: 'street',
      PLZ: 'postalCode',
      Ort: 'city',
      Lieferstraße: null,
      'Liefer-PLZ': null,
      Lieferort: null,
      'USt-IdNr.': 'vat',
      Geburtsdatum: 'birthDate',
      Bankverbindung: null,
    },
  },
  {
    description: 'a name beside the first name is the last name',
    columns: { Civilité: 'salutation', Nom: 'lastName', Prénom: 'firstName', Courriel: 'email' },
  },
  {
    description: 'a name beside the last name is the first name',
    columns: { Nombre: 'firstName', Apellidos: 'lastName', 'Correo electrónico': 'email' },
  },
  {
    description: 'a name beside a contact is the company’s',
    columns: { Nimi: 'company', 'Y-tunnus': 'orgNumber', Yhteyshenkilö: 'fullName' },
  },
  {
    description: 'camel case, snake case, stars and units',
    columns: {
      '*ContactName': 'fullName',
      email_address: 'email',
      BillingPostalCode: 'postalCode',
      'Phone (office)': 'phone',
      'Created (UTC)': 'createdAt',
    },
  },
  {
    description: 'numbered columns',
    columns: {
      'E-mail 1 - Type': null,
      'E-mail 1 - Value': 'email',
      'E-mail 2 - Value': 'email2',
      'E-mail 3 - Value': null,
      'Address 1 - Street': 'street',
      'Address 1 - City': 'city',
      'Address 2 - City': null,
      'Address 1: Street 2': 'street2',
    },
  },
  {
    description: 'other people’s phones and things of their own',
    columns: {
      "Assistant's Phone": null,
      'Order number': null,
      'Email opt-in': null,
      'Order status': null,
      'Product name': null,
      'Last activity date': null,
      'Invoice date': null,
    },
  },
  {
    description: 'a state with no address is a status',
    columns: { first_name: 'firstName', email: 'email', state: 'status' },
  },
];

test.each(FILES)('$description', ({ columns }) => {
  expect(mapped(contacts, ...Object.keys(columns))).toEqual(Object.values(columns));
});

describe('a schema in another language', () => {
  const kunder: Schema = {
    id: 'kunder',
    entities: {
      kund: {
        label: 'Kund',
        fields: {
          namn: text('Företagsnamn'),
          postort: text('Postort'),
          leverans: text('Leveransadress'),
          senast: text('Datum senaste köp'),
        },
      },
    },
  };

  test('is tied to the lexicon by its own words', () => {
    expect(mapped(kunder, 'Company name', 'Wohnort', 'Delivery address')).toEqual([
      'namn',
      'postort',
      'leverans',
    ]);
  });

  test('matches what the lexicon has only in parts', () => {
    expect(mapped(kunder, 'Last purchase date')).toEqual(['senast']);
  });
});

describe('two entities', () => {
  const crm: Schema = {
    id: 'crm',
    entities: {
      company: {
        label: 'Company',
        fields: { name: text('Name'), phone: text('Phone'), city: text('City') },
      },
      contact: {
        label: 'Contact',
        parent: 'company',
        fields: {
          name: text('Name'),
          email: text('E-mail'),
          phone: text('Phone'),
          title: text('Job title'),
        },
      },
    },
  };
  const targets = (...headers: readonly string[]): readonly (string | null)[] =>
    suggestMapping(
      headers.map((header) => ({ header, samples: [] })),
      crm,
    ).map(({ guess }) => (guess ? `${guess.entity}.${guess.field}` : null));

  test('a header that names the entity goes to it', () => {
    expect(targets('Kontakt telefon', 'Företag telefon')).toEqual([
      'contact.phone',
      'company.phone',
    ]);
  });

  test('a column among those of an entity goes to it', () => {
    expect(targets('Ort', 'Telefon')).toEqual(['company.city', 'company.phone']);
    expect(targets('Befattning', 'Telefon')).toEqual(['contact.title', 'contact.phone']);
  });

  test('template headers map back', () => {
    const columns = templateColumns(crm);
    expect(targets(...columns.map(({ header }) => header))).toEqual(
      columns.map(({ entity, field }) => `${entity}.${field}`),
    );
  });
});

test('a column that lost its field says to whom', () => {
  const columns = ['Work e-mail', 'E-mail'].map((header) => ({ header, samples: [] }));
  const [lost, won] = suggestMapping(columns, {
    id: 's',
    entities: { a: { label: 'A', fields: { email: text('E-mail') } } },
  });
  expect(won?.guess).toMatchObject({
    field: 'email',
    score: 1,
    reason: 'label',
    matched: 'E-mail',
  });
  expect(lost).toMatchObject({ guess: null, runnerUp: { field: 'email' }, takenBy: 1 });
});

test('the values decide what a name is, and contradict a header', () => {
  const columns = [
    { header: 'Name', samples: ['Ekeby Snickeri AB', 'Volvo AB'] },
    { header: 'Mail', samples: ['Storgatan 1', 'Drottninggatan 12'] },
    { header: '', samples: ['a@example.com', 'b@example.com'] },
  ];
  const [name, mail, silent] = suggestMapping(columns, contacts);
  expect(name?.guess?.field).toBe('company');
  expect(mail?.guess).toBeNull();
  expect(silent?.guess).toMatchObject({ field: 'email', reason: 'values' });
});

test('a slip of the pen is understood, with less certainty', () => {
  const [typo] = suggestMapping([{ header: 'Organistion numbr', samples: [] }], contacts);
  expect(typo?.guess).toMatchObject({ field: 'orgNumber', reason: 'similar' });
  expect(typo?.guess?.score).toBeLessThan(0.95);
});

test('columns of an error file are passed over', () => {
  const schema: Schema = {
    id: 's',
    entities: { a: { label: 'A', fields: { row: text('Importera: row') } } },
  };
  expect(mapped(schema, 'Importera: row', 'Importera: problem')).toEqual([null, null]);
});

describe('any headers', () => {
  const header = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      '🚀',
      'Name',
      'E-post',
      'Ort (hem)',
      '///',
      '2',
      'x'.repeat(10_000),
      'adress '.repeat(2_000),
    ),
  );

  test('never throw, and no field is given twice', () => {
    fc.assert(
      fc.property(fc.array(header, { maxLength: 25 }), (headers) => {
        const suggestions = suggestMapping(
          headers.map((text) => ({ header: text, samples: [text] })),
          contacts,
        );
        const guesses = suggestions.flatMap(({ guess }) => (guess ? [guess] : []));
        expect(suggestions.map((suggestion) => suggestion.header)).toEqual(headers);
        expect(new Set(guesses.map(({ field }) => field)).size).toBe(guesses.length);
        expect(guesses.every(({ score }) => score > 0 && score <= 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('equal to labels map with score 1, whatever the labels are', () => {
    const label = fc.oneof(
      header.filter((name) => name.trim() !== '' && !/importera/i.test(name)),
      fc.constantFrom('Namn', 'name', 'First name', 'Förnamn', 'Telefon', 'Company', 'Land'),
    );
    const labels = fc.uniqueArray(label, {
      minLength: 1,
      maxLength: 12,
      selector: (name) => name.trim().toLowerCase(),
    });
    fc.assert(
      fc.property(labels, fc.nat(), (names, turn) => {
        const fields = Object.fromEntries(names.map((name, at) => [`field${at}`, text(name)]));
        const schema = { id: 's', entities: { e: { label: 'E', fields } } };
        const order = [...names.keys()].map((at) => (at + turn) % names.length);
        const suggestions = suggestMapping(
          order.map((at) => ({ header: names[at] ?? '', samples: ['1', 'a@b.se'] })),
          schema,
        );
        expect(suggestions.map(({ guess }) => guess && [guess.field, guess.score])).toEqual(
          order.map((at) => [`field${at}`, 1]),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('of any template map back', () => {
    const label = fc.constantFrom(
      'Name',
      'Phone',
      'Telefon',
      'Ort',
      'Note',
      '🚀',
      'E-mail',
      'Land',
    );
    const entity = fc.uniqueArray(label, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(entity, entity, (first, second) => {
        const fieldsOf = (labels: readonly string[]): Record<string, Field> =>
          Object.fromEntries(labels.map((name, at) => [`f${at}`, text(name)]));
        const schema: Schema = {
          id: 's',
          entities: {
            company: { label: 'Company', fields: fieldsOf(first) },
            contact: { label: 'Contact', parent: 'company', fields: fieldsOf(second) },
          },
        };
        const template = templateColumns(schema);
        const suggestions = suggestMapping(
          template.map((column) => ({ header: column.header, samples: [] })),
          schema,
        );
        expect(suggestions.map(({ guess }) => [guess?.entity, guess?.field, guess?.score])).toEqual(
          template.map((column) => [column.entity, column.field, 1]),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a bare name in a list of people', () => {
  const crm: Schema = {
    id: 'crm',
    entities: {
      company: { label: 'Company', fields: { name: text('Company name'), city: text('City') } },
      contact: {
        label: 'Contact',
        parent: 'company',
        fields: { firstName: text('First name'), email: { type: 'email', label: 'E-mail' } },
      },
    },
  };
  const column = (header: string, ...samples: readonly string[]) => ({ header, samples });
  const email = column('E-post', 'anna@x.se', 'bo@x.se');

  test('is not taken for the name of a company, though its field is called `name`', () => {
    const [name] = suggestMapping([column('Namn', 'Anna Karlsson', 'Bo Ek'), email], crm);
    expect(name?.guess).toBeNull();
    expect(name?.runnerUp).toMatchObject({ entity: 'company', field: 'name' });
  });

  test.each([
    ['the values are companies', [column('Namn', 'Ekeby Snickeri AB', 'Falu Glas HB'), email]],
    [
      'nobody is reached by mail',
      [column('Namn', 'Ekeby', 'Falu'), column('Ort', 'Lund', 'Falun')],
    ],
  ])('is one where %s', (_why, columns) => {
    expect(suggestMapping(columns, crm)[0]?.guess).toMatchObject({
      entity: 'company',
      field: 'name',
    });
  });
});
