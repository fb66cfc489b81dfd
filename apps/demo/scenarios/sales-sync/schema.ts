import { choice, date, defineSchema, number, text, type Schema } from '@importera/engine';
import { people } from './people.ts';

/** What the CRM of the sales sync has. */
export const schema: Schema = defineSchema({
  id: 'sales-sync',
  entities: {
    deal: {
      label: 'Deal',
      labels: 'Deals',
      fields: {
        title: text({ label: 'Title' }),
        customer: text({ label: 'Customer' }),
        status: choice({
          label: 'Status',
          options: [
            { value: 'open', label: 'Open' },
            { value: 'won', label: 'Won' },
            { value: 'lost', label: 'Lost' },
          ],
        }),
        amount: number({ label: 'Amount' }),
        currency: text({ label: 'Currency' }),
        wonOn: date({ label: 'Won on' }),
        creator: choice({
          label: 'Creator',
          options: people.map(({ id, name }) => ({ value: id, label: name })),
          open: true,
        }),
        order: text({ label: 'Order' }),
        orderedOn: date({ label: 'Ordered on' }),
        deliveryOn: date({ label: 'Delivery on' }),
        invoices: choice({ label: 'Invoices', options: [], multiple: true, open: true }),
      },
    },
    product: {
      label: 'Product',
      labels: 'Products',
      fields: {
        number: text({ label: 'Number' }),
        name: text({ label: 'Name' }),
        price: number({ label: 'Starting price' }),
      },
    },
  },
});
