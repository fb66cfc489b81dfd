import {
  boolean,
  choice,
  defineSchema,
  email,
  IMPORTER,
  phone,
  text,
  url,
} from '@importera/engine';
import { folderTemplates } from './folderTemplates.ts';

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
        // #region type
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
        // #endregion
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
          options: Object.keys(folderTemplates),
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
        // What the switches of the settings say of each of the two addresses (TD7).
        login: boolean({ label: 'Email: may log in' }),
        notify: boolean({ label: 'Email: gets notifications' }),
        emailSync: boolean({ label: 'Email: is synced' }),
        additionalLogin: boolean({ label: 'Additional email: may log in' }),
        additionalNotify: boolean({ label: 'Additional email: gets notifications' }),
        additionalEmailSync: boolean({ label: 'Additional email: is synced' }),
      },
    },
  },
  // #region kinds
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
  // #endregion
  settings: {
    login: {
      type: 'switch',
      label: 'Email may log in',
      group: 'Linked contacts',
      appliesTo: { entity: 'contact', field: 'login' },
    },
    notify: {
      type: 'switch',
      label: 'Email gets notifications',
      group: 'Linked contacts',
      appliesTo: { entity: 'contact', field: 'notify' },
    },
    emailSync: {
      type: 'switch',
      label: 'Email is synced',
      group: 'Linked contacts',
      appliesTo: { entity: 'contact', field: 'emailSync' },
    },
    additionalLogin: {
      type: 'switch',
      label: 'Additional email may log in',
      group: 'Linked contacts',
      appliesTo: { entity: 'contact', field: 'additionalLogin' },
    },
    additionalNotify: {
      type: 'switch',
      label: 'Additional email gets notifications',
      group: 'Linked contacts',
      appliesTo: { entity: 'contact', field: 'additionalNotify' },
    },
    additionalEmailSync: {
      type: 'switch',
      label: 'Additional email is synced',
      group: 'Linked contacts',
      appliesTo: { entity: 'contact', field: 'additionalEmailSync' },
    },
    invite: {
      type: 'switch',
      label: 'Send invitations',
      help: 'Right after the import. Usually later is better, when all is set up.',
      group: 'Invitations',
    },
    // #region whole
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
      help: 'For accounts whose row names nobody.',
      options: team,
      multiple: true,
      default: [IMPORTER],
      appliesTo: { entity: 'account', field: 'assignees', when: 'empty' },
    },
    // #endregion
    folderTemplate: {
      type: 'choice',
      label: 'Folder template',
      help: 'Its folders are made for new accounts.',
      options: Object.keys(folderTemplates),
      default: 'Default tax years',
      appliesTo: { entity: 'account', field: 'folderTemplate', when: 'create' },
    },
    reportTo: { type: 'emails', label: 'Send the result to', group: 'When done', order: 1 },
  },
});
