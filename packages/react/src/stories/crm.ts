import { defineSchema } from '@importera/engine';
import type { Schema, StoredRecord } from '@importera/engine';

/** The schema of the stories: companies with contacts, as a small CRM has them. */
export const crm: Schema = defineSchema({
  id: 'crm',
  country: 'SE',
  settings: {
    owner: {
      type: 'choice',
      label: 'Account manager',
      help: 'Gets all companies of this import.',
      required: true,
      default: 'eva',
      options: [
        { value: 'eva', label: 'Eva Lind' },
        { value: 'omar', label: 'Omar Said' },
        { value: 'lars', label: 'Lars Öberg' },
      ],
    },
    campaigns: {
      type: 'choice',
      label: 'Add everyone to',
      multiple: true,
      options: ['Spring fair', 'Newsletter', 'Webinar'],
    },
    welcome: { type: 'switch', label: 'Send a welcome mail', help: 'Only to new contacts.' },
    recipients: { type: 'emails', label: 'Send the report to', default: ['eva@example.com'] },
  },
  entities: {
    company: {
      label: 'Company',
      labels: 'Companies',
      extendable: true,
      identify: [['orgNumber'], ['name']],
      fields: {
        name: {
          type: 'text',
          label: 'Company name',
          required: true,
          help: 'As it is registered.',
          aliases: ['Företag', 'Bolag', 'Kund'],
        },
        orgNumber: {
          type: 'text',
          label: 'Org. number',
          help: 'Ten digits, with or without a hyphen.',
          aliases: ['Organisationsnummer', 'Orgnr'],
          pattern: '^\\d{6}-?\\d{4}$',
        },
        segment: {
          type: 'choice',
          label: 'Segment',
          options: ['Retail', 'Industry', 'Public sector', 'Services'],
          aliases: ['Bransch'],
        },
        tags: {
          type: 'choice',
          label: 'Tags',
          multiple: true,
          open: true,
          options: ['Key account', 'Partner'],
        },
        city: { type: 'text', label: 'City', aliases: ['Ort'] },
        revenue: { type: 'number', label: 'Revenue', unit: 'SEK', aliases: ['Omsättning'] },
        customerSince: { type: 'date', label: 'Customer since', aliases: ['Kund sedan'] },
      },
    },
    contact: {
      label: 'Contact',
      labels: 'Contacts',
      parent: 'company',
      identify: [['email']],
      fields: {
        name: { type: 'text', label: 'Contact name', aliases: ['Kontaktperson', 'Namn'] },
        email: {
          type: 'email',
          label: 'E-mail',
          required: true,
          unique: true,
          help: 'Finds the contact again; no two may share one.',
          aliases: ['E-post', 'Mejl'],
        },
        phone: { type: 'phone', label: 'Phone', aliases: ['Telefon', 'Mobil'] },
      },
    },
  },
});

/** What the CRM of the stories holds before anything is imported. */
export const storedRecords: Readonly<Record<string, readonly StoredRecord[]>> = {
  company: [
    {
      id: 'c1',
      values: {
        name: 'Norrsken Bygg AB',
        orgNumber: '556677-8899',
        city: 'Umeå',
        segment: 'Industry',
      },
    },
    {
      id: 'c2',
      values: { name: 'Kafé Kanel', orgNumber: '556012-3456', city: 'Lund', segment: 'Services' },
    },
    {
      id: 'c3',
      values: { name: 'Fjord Data', orgNumber: '559900-1122', city: 'Oslo', segment: 'Services' },
    },
    {
      id: 'c4',
      values: { name: 'Fjord Data', orgNumber: '559900-1122', city: 'Bergen', segment: 'Services' },
    },
  ],
  contact: [
    {
      id: 'k1',
      parentId: 'c1',
      values: { name: 'Siv Berg', email: 'siv@norrsken.example', phone: '+46701112233' },
    },
    { id: 'k2', parentId: 'c2', values: { name: 'Ali Rahimi', email: 'ali@kanel.example' } },
  ],
};
