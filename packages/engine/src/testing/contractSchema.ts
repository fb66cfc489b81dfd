import { defineSchema } from '../schema/defineSchema.ts';
import type { Schema } from '../schema/Schema.ts';

/** What the adapter suite stores: companies with contacts inside, every kind of value, a unique field, a reference. */
export const contractSchema: Schema = defineSchema({
  id: 'contract',
  entities: {
    company: {
      label: 'Company',
      fields: {
        name: { type: 'text', label: 'Name', required: true },
        orgNumber: { type: 'text', label: 'Org. number', unique: true },
        revenue: { type: 'number', label: 'Revenue' },
        founded: { type: 'date', label: 'Founded' },
        active: { type: 'boolean', label: 'Active' },
        segments: {
          type: 'choice',
          label: 'Segments',
          options: ['Retail', 'Industry'],
          multiple: true,
          open: true,
        },
      },
    },
    contact: {
      label: 'Contact',
      parent: 'company',
      fields: {
        name: { type: 'text', label: 'Name' },
        email: { type: 'email', label: 'E-mail', unique: true },
        employer: { type: 'reference', label: 'Employer', to: 'company', by: ['name'] },
      },
    },
  },
});
