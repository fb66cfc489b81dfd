import { date, defineSchema, email, number, phone, text, type Schema } from '@importera/engine';

/** The customer list as one table of twelve fields, found by its customer number. Plain data. */
export const customerTable: Schema = defineSchema({
  id: 'bench-server',
  country: 'SE',
  entities: {
    customer: {
      label: 'Customer',
      identify: [['customerNumber']],
      fields: {
        customerNumber: text({ label: 'Customer number', required: true, unique: true }),
        name: text({ label: 'Company name', required: true }),
        postalCode: text({ label: 'Postal code', pattern: '\\d{3} \\d{2}' }),
        city: text({ label: 'City' }),
        revenue: number({ label: 'Revenue', min: 0 }),
        employees: number({ label: 'Employees', integer: true }),
        customerSince: date({ label: 'Customer since' }),
        segment: text({ label: 'Segment' }),
        firstName: text({ label: 'First name' }),
        lastName: text({ label: 'Last name' }),
        email: email({ label: 'E-mail', required: true }),
        phone: phone({ label: 'Phone' }),
      },
    },
  },
});

/** Columns of the file, in its order, and the SQL type each is stored as. */
export const COLUMNS: readonly (readonly [column: string, type: string])[] = [
  ['customer_number', 'text'],
  ['name', 'text'],
  ['postal_code', 'text'],
  ['city', 'text'],
  ['revenue', 'numeric'],
  ['employees', 'bigint'],
  ['customer_since', 'date'],
  ['segment', 'text'],
  ['first_name', 'text'],
  ['last_name', 'text'],
  ['email', 'text'],
  ['phone', 'text'],
];
