import {
  choice,
  date,
  defineSchema,
  email,
  number,
  phone,
  reference,
  text,
} from '@importera/engine';

const projects = ['Fjordutsikten', 'Bryggekvartalet'];

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
        project: choice({ label: 'Project', aliases: ['Prosjekt'], options: projects }),
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
          aliases: ['Navn', 'Kundenavn', 'Kunde', 'Kjøper'],
          required: true,
          help: 'First and last name, as it shall stand in the contract.',
          example: 'Kari Nordmann',
        }),
        email: email({
          label: 'E-mail',
          aliases: ['E-post', 'Epost', 'E-postadresse', 'Epost adresse'],
          required: true,
          help: 'The customer signs in with it. The import sends nothing to it.',
          example: 'kari@nordmann.example',
        }),
        phone: phone({
          label: 'Phone',
          aliases: ['Telefon', 'Telefon nr', 'Telefonnr', 'Mobil', 'Tlf'],
          help: 'Norwegian numbers need no prefix.',
          example: '400 00 011',
        }),
        birthDate: date({
          label: 'Date of birth',
          aliases: ['Fødselsdato', 'Født', 'F.dato'],
          help: 'Day, month and year. Only the contract uses it.',
          min: '1900-01-01',
          example: '1984-05-17',
        }),
        // #region home
        home: reference({
          label: 'Home',
          aliases: ['Bolig', 'Bolignr', 'Bolignummer', 'Leilighet', 'Leilighetsnr'],
          to: 'home',
          by: ['number'],
          help: 'Number of a home in the chosen project. A number that the project does not have is an error.',
          example: 'H0101',
        }),
        // #endregion
        price: number({
          label: 'Purchase price',
          aliases: ['Kjøpesum', 'Pris', 'Kontraktssum'],
          unit: 'NOK',
          min: 0,
          help: 'As agreed in the contract, without the cost of joint debt.',
          example: '4250000',
        }),
        street: text({
          label: 'Address',
          aliases: ['Adresse', 'Gateadresse'],
          help: 'Where the customer lives now.',
        }),
        postalCode: text({
          label: 'Postcode',
          aliases: ['Postnr', 'Postnummer'],
          pattern: String.raw`\d{4}`,
          help: 'Four digits; a nought in front is kept.',
          example: '0250',
        }),
        city: text({ label: 'City', aliases: ['Poststed', 'Sted'], help: 'Post town.' }),
        notes: text({
          label: 'Notes',
          aliases: ['Merknad', 'Kommentar', 'Notat'],
          help: 'For case officers; customers do not see it.',
        }),
        project: choice({
          label: 'Project',
          aliases: ['Prosjekt'],
          options: projects,
          help: 'The import fills it: every customer gets the project chosen before the file.',
        }),
      },
    },
  },
  // #region project
  kinds: { customers: { label: 'Customers', entities: ['customer'] } },
  settings: {
    project: {
      type: 'context', // asked before the file
      label: 'Project',
      help: 'The customers buy in this project.',
      options: projects,
      appliesTo: { entity: 'customer', field: 'project' }, // the engine writes it
    },
  },
  policy: {
    mode: { default: 'create', choices: ['create'] }, // nothing that exists is changed
    ambiguous: { default: 'skip', choices: ['skip'] }, // or doubled
  },
  // #endregion
});
