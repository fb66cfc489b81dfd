import { defineSchema } from '../schema/defineSchema.ts';
import type { Schema } from '../schema/Schema.ts';

/** Companies with contacts, as plain data: what the tests of the importer import. */
export const crm: Schema = defineSchema({
  id: 'crm',
  country: 'SE',
  entities: {
    company: {
      label: 'Company',
      identify: [['name']],
      fields: {
        name: { type: 'text', label: 'Company name', aliases: ['Företag'], required: true },
        city: { type: 'text', label: 'City', aliases: ['Ort'] },
        status: { type: 'choice', label: 'Status', options: ['Lead', 'Customer'] },
      },
    },
    contact: {
      label: 'Contact',
      parent: 'company',
      identify: [['email']],
      fields: {
        email: { type: 'email', label: 'E-mail', required: true, unique: true },
        firstName: { type: 'text', label: 'First name' },
      },
    },
  },
});

/** Four rows: two contacts of one company, a bad address, a good one. */
export const CUSTOMERS: string = [
  'Company name,City,E-mail,First name',
  'Acme,Malmö,anna@acme.se,Anna',
  'Acme,Malmö,bo@acme.se,Bo',
  'Beta,Lund,cia@@beta,Cia',
  'Beta,Lund,dan@beta.se,Dan',
  '',
].join('\n');
