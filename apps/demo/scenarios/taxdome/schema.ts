import { choice, defineSchema, email, phone, text, url } from '@importera/engine';

const team = ['Elena Popescu', 'Andrei Ionescu', 'Maria Stan', 'Radu Dinu'];

/** Accounts and contacts of an accounting practice. */
export const schema = defineSchema({
  id: 'taxdome',
  country: 'RO',
  entities: {
    account: {
      label: 'Account',
      labels: 'Accounts',
      extendable: true,
      identify: [['name']],
      fields: {
        name: text({
          label: 'Account name',
          aliases: ['Nume cont', 'Denumire cont', 'Client'],
          required: true,
          example: 'Brutăria Aurora SRL',
        }),
        type: choice({
          label: 'Account type',
          aliases: ['Tip cont'],
          options: [
            { value: 'Individual', aliases: ['Persoană fizică', 'Person'] },
            { value: 'Company', aliases: ['Societate', 'Firmă', 'SRL', 'SA'] },
            { value: 'Other', aliases: ['Altele'] },
          ],
          source: { ask: true },
          defaultOnCreate: 'Other',
        }),
        companyName: text({
          label: 'Company name',
          aliases: ['Denumire societate', 'Nume companie'],
          derive: { from: 'name', when: { field: 'type', is: 'Company' } },
        }),
        website: url({ label: 'Website', aliases: ['Site web'] }),
        street: text({ label: 'Street address', aliases: ['Adresă', 'Strada'] }),
        postalCode: text({ label: 'ZIP / postal code', aliases: ['Cod poștal'] }),
        city: text({ label: 'City', aliases: ['Oraș', 'Localitate'] }),
        country: text({ label: 'Country', aliases: ['Țară'] }),
        tags: choice({
          label: 'Tags',
          aliases: ['Etichete', 'Account tags'],
          options: ['VAT', 'Payroll', 'Annual', 'New 2026'],
          multiple: true,
          open: true,
        }),
        assignees: choice({
          label: 'Team members',
          aliases: ['Cesionari', 'Membrii echipei', 'Assignees', 'Responsabil'],
          options: team,
          multiple: true,
        }),
        folderTemplate: choice({
          label: 'Folder template',
          aliases: ['Șablon de dosare'],
          options: ['Default tax years', 'Company books', 'Payroll'],
        }),
      },
    },
    contact: {
      label: 'Contact',
      labels: 'Contacts',
      parent: 'account',
      extendable: true,
      identify: [['email'], ['firstName', 'lastName']],
      fields: {
        firstName: text({ label: 'First name', aliases: ['Prenume'] }),
        lastName: text({ label: 'Last name', aliases: ['Nume', 'Nume de familie'] }),
        email: email({ label: 'Email', aliases: ['E-mail', 'Adresă de email'] }),
        additionalEmail: email({
          label: 'Additional email',
          aliases: ['E-mail suplimentar', 'Email 2'],
        }),
        phone: phone({ label: 'Phone', aliases: ['Telefon'] }),
      },
    },
  },
  kinds: {
    both: {
      label: 'Accounts and contacts',
      help: 'To move in with all your clients.',
      entities: ['account', 'contact'],
    },
    accounts: {
      label: 'Accounts only',
      help: 'To add tags or fields to accounts that are here.',
      entities: ['account'],
    },
    contacts: {
      label: 'Contacts only',
      help: 'To add people without linking them to an account.',
      entities: ['contact'],
    },
  },
  matchSteps: [['account'], ['contact']],
  settings: {
    login: {
      type: 'switch',
      label: 'May log in',
      group: 'E-mail',
      appliesTo: { entity: 'contact' },
    },
    notify: {
      type: 'switch',
      label: 'Gets notifications',
      group: 'E-mail',
      appliesTo: { entity: 'contact' },
    },
    emailSync: {
      type: 'switch',
      label: 'E-mails are synced',
      group: 'E-mail',
      appliesTo: { entity: 'contact' },
    },
    invite: {
      type: 'switch',
      label: 'Send invitations',
      help: 'Right after the import. Usually later is better, when all is set up.',
      group: 'E-mail',
      appliesTo: { entity: 'contact' },
    },
    tags: {
      type: 'tags',
      label: 'Tags',
      help: 'For all accounts of this import.',
      options: ['VAT', 'Payroll', 'Annual', 'New 2026'],
      appliesTo: { entity: 'account', field: 'tags' },
    },
    assignees: {
      type: 'people',
      label: 'Assignees',
      options: team,
      multiple: true,
      default: ['$importer'],
      appliesTo: { entity: 'account', field: 'assignees', when: 'empty' },
    },
    folderTemplate: {
      type: 'choice',
      label: 'Folder template',
      help: 'For new accounts.',
      options: ['Default tax years', 'Company books', 'Payroll'],
      default: 'Default tax years',
      appliesTo: { entity: 'account', field: 'folderTemplate', when: 'create' },
    },
    reportTo: { type: 'emails', label: 'Send the result to', order: 1 },
  },
});
