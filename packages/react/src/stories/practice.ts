import { defineSchema, IMPORTER } from '@importera/engine';
import type { Schema, StoredRecord } from '@importera/engine';

/** A practice's clients, with everything a schema can ask: kinds, a context, settings of every type, sources, match parts. */
export const practice: Schema = defineSchema({
  id: 'practice',
  kinds: {
    both: {
      label: 'Accounts and contacts',
      help: 'Moves a whole client list.',
      entities: ['account', 'contact'],
    },
    accounts: {
      label: 'Accounts only',
      help: 'Adds to accounts you have.',
      entities: ['account'],
    },
    contacts: { label: 'Contacts only', help: 'Linked to no account.', entities: ['contact'] },
  },
  matchSteps: [['account'], ['contact']],
  policy: { ambiguous: { default: 'skip', choices: ['skip'] } },
  settings: {
    office: {
      type: 'context',
      label: 'Office',
      options: [
        { value: 'north', label: 'North', help: '214 clients' },
        { value: 'south', label: 'South', help: '96 clients' },
      ],
    },
    tags: {
      type: 'tags',
      label: 'Tags for all accounts',
      options: ['Prospect', 'Audit', 'Payroll', 'VIP'],
      appliesTo: { entity: 'account', field: 'tags' },
    },
    assignees: {
      type: 'people',
      label: 'Assignees',
      help: 'Where the file names nobody.',
      multiple: true,
      default: [IMPORTER],
      options: [
        'Ann Berg',
        'Bo Ek',
        'Cia Dahl',
        'Dan Falk',
        'Eva Gran',
        'Finn Holm',
        'Gry Ibsen',
        'Hal Juhl',
        'Ida Krog',
      ],
      appliesTo: { entity: 'account', field: 'assignees', when: 'empty' },
    },
    manager: { type: 'people', label: 'Account manager', options: ['Ann Berg', 'Bo Ek'] },
    folder: {
      type: 'choice',
      label: 'Folder template',
      help: 'For new accounts.',
      options: ['Tax years', 'Empty'],
      appliesTo: { entity: 'account', when: 'create' },
    },
    since: { type: 'date', label: 'Clients from', min: '2000-01-01' },
    fee: { type: 'number', label: 'Yearly fee', unit: 'EUR', min: 0 },
    login: {
      type: 'switch',
      label: 'May log in',
      group: 'Contacts’ e-mail addresses',
      default: true,
      appliesTo: { entity: 'contact' },
    },
    notify: {
      type: 'switch',
      label: 'Gets notices',
      group: 'Contacts’ e-mail addresses',
      appliesTo: { entity: 'contact' },
    },
    invite: {
      type: 'switch',
      label: 'Send invitations',
      help: 'A mail to everyone as soon as the import is done.',
      group: 'Contacts’ e-mail addresses',
      showWhen: { setting: 'login', is: true },
      appliesTo: { entity: 'contact' },
    },
    report: { type: 'emails', label: 'Send the report to', group: 'When done', order: 1 },
  },
  entities: {
    account: {
      label: 'Account',
      labels: 'Accounts',
      extendable: true,
      identify: [['name']],
      fields: {
        name: { type: 'text', label: 'Account name', required: true },
        type: {
          type: 'choice',
          label: 'Account type',
          options: ['Person', 'Company', 'Other'],
          source: { ask: true },
          defaultOnCreate: 'Other',
        },
        companyName: {
          type: 'text',
          label: 'Company name',
          derive: { from: 'name', when: { field: 'type', is: 'Company' } },
        },
        tags: { type: 'choice', label: 'Tags', options: [], open: true, multiple: true },
        assignees: {
          type: 'reference',
          label: 'Assignees',
          to: 'person',
          by: ['name'],
          multiple: true,
        },
        turnover: { type: 'number', label: 'Turnover', unit: 'EUR' },
        founded: { type: 'date', label: 'Founded' },
      },
    },
    contact: {
      label: 'Contact',
      labels: 'Contacts',
      parent: 'account',
      extendable: true,
      identify: [['email']],
      fields: {
        name: { type: 'text', label: 'Contact name' },
        email: { type: 'email', label: 'E-mail', required: true },
      },
    },
  },
});

export const practiceRecords: Readonly<Record<string, readonly StoredRecord[]>> = {
  account: [{ id: 'a1', values: { name: 'Harbour Bakery', tags: ['VIP'] } }],
  person: ['Ann Berg', 'Bo Ek', 'Cia Dahl'].map((name) => ({ id: name, values: { name } })),
};

export const practiceCsv: string = [
  'Account name;Account type;Turnover;Founded;Assignees;Internal code;Contact name;E-mail',
  'Harbour Bakery;Company;1 250 000,50;2011-04-30;Bo Ek;X1;Lea Marsh;lea@harbour.example',
  'Olive & Sons;Company;980 500,00;1998-12-01;;X2;Tom Olive;tom@olive.example',
  'Olive & Sons;Company;980 500,00;1998-12-01;;X2;Una Olive;una@olive.example',
  'Petra Quist;Person;;;Cia Dahl;X3;Petra Quist;petra@quist.example',
].join('\n');
