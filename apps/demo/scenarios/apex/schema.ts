import { choice, date, defineSchema, email, phone, reference, text } from '@importera/engine';

/** Customers of home-building projects. Homes are there to be attached to; only customers are imported, and only new ones. */
export const schema = defineSchema({
  id: 'apex',
  country: 'NO',
  entities: {
    home: {
      label: 'Home',
      labels: 'Homes',
      identify: [['number']],
      fields: {
        number: text({ label: 'Home number', aliases: ['Bolignr', 'Bolignummer', 'Leilighet'] }),
        project: choice({
          label: 'Project',
          aliases: ['Prosjekt'],
          options: ['Fjordutsikten', 'Bryggekvartalet'],
        }),
        floor: text({ label: 'Floor', aliases: ['Etasje'] }),
      },
    },
    customer: {
      label: 'Customer',
      labels: 'Customers',
      identify: [['email']],
      fields: {
        name: text({
          label: 'Name',
          aliases: ['Navn', 'Kundenavn', 'Kunde'],
          required: true,
          help: 'First and last name, as it shall stand in the contract.',
          example: 'Kari Nordmann',
        }),
        email: email({
          label: 'E-mail',
          aliases: ['E-post', 'Epost', 'E-postadresse', 'Epost adresse'],
          required: true,
          help: 'The customer signs in with it. Nothing is sent to it by the import.',
          example: 'kari@nordmann.example',
        }),
        phone: phone({
          label: 'Phone',
          aliases: ['Telefon', 'Telefon nr', 'Mobil', 'Tlf'],
          help: 'Norwegian numbers need no prefix.',
        }),
        birthDate: date({
          label: 'Date of birth',
          aliases: ['Fødselsdato', 'Født'],
          help: 'Day, month and year. It is used in the contract alone.',
        }),
        street: text({ label: 'Address', aliases: ['Adresse', 'Gateadresse'] }),
        postalCode: text({ label: 'Postcode', aliases: ['Postnr', 'Postnummer'] }),
        city: text({ label: 'City', aliases: ['Poststed', 'Sted'] }),
        project: choice({
          label: 'Project',
          aliases: ['Prosjekt'],
          options: ['Fjordutsikten', 'Bryggekvartalet'],
        }),
        home: reference({
          label: 'Home',
          aliases: ['Bolig', 'Bolignr', 'Bolignummer', 'Leilighet'],
          to: 'home',
          by: ['number'],
          help: 'Number of a home in the project. One that the project does not have is an error of the row.',
          example: 'A101',
        }),
        notes: text({ label: 'Notes', aliases: ['Merknad', 'Kommentar'] }),
      },
    },
  },
  kinds: { customers: { label: 'Customers', entities: ['customer'] } },
  settings: {
    project: {
      type: 'context',
      label: 'Project',
      help: 'The project that the customers buy in.',
      options: ['Fjordutsikten', 'Bryggekvartalet'],
    },
  },
  policy: { mode: { default: 'create', choices: ['create'] } },
});
