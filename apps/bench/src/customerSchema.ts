import { choice, date, defineSchema, email, number, phone, text } from '@importera/engine';

/** What the customer list is imported as: companies with contacts. Plain data. */
export const customerSchema = defineSchema({
  id: 'bench',
  country: 'SE',
  entities: {
    company: {
      label: 'Company',
      identify: [['customerNumber']],
      fields: {
        customerNumber: text({ label: 'Customer number' }),
        name: text({ label: 'Company name', required: true }),
        postalCode: text({ label: 'Postal code', pattern: '\\d{3} \\d{2}' }),
        city: text({ label: 'City' }),
        revenue: number({ label: 'Revenue', min: 0 }),
        employees: number({ label: 'Employees', integer: true }),
        customerSince: date({ label: 'Customer since' }),
        segment: choice({
          label: 'Segment',
          options: ['Retail', 'Industry', 'Services', 'Public sector'],
        }),
      },
    },
    contact: {
      label: 'Contact',
      parent: 'company',
      identify: [['email']],
      fields: {
        firstName: text({ label: 'First name' }),
        lastName: text({ label: 'Last name' }),
        email: email({ label: 'E-mail', required: true }),
        phone: phone({ label: 'Phone' }),
      },
    },
  },
});
