import { choice, date, number, text, type Schema } from '@importera/engine';

/**
 * The records a sync plans, as the engine sees them. Labels are for a plan that is shown. It never changes, so a test checks it:
 * what checks schemas need not come along.
 */
export const syncSchema: Schema = {
  id: 'sales-sync',
  entities: {
    product: {
      label: 'Product',
      fields: {
        number: text({ label: 'Number' }),
        name: text({ label: 'Name' }),
        price: number({ label: 'Starting price' }),
      },
    },
    deal: {
      label: 'Deal',
      fields: {
        sale: text({ label: 'Sale' }),
        status: choice({ label: 'Status', options: ['open', 'won', 'lost'] }),
        title: text({ label: 'Title' }),
        customer: text({ label: 'Customer' }),
        currency: text({ label: 'Currency' }),
        amount: number({ label: 'Amount' }),
        wonOn: date({ label: 'Won on' }),
        creator: text({ label: 'Creator' }),
        lines: text({ label: 'Lines' }),
        order: text({ label: 'Order' }),
        orderedOn: date({ label: 'Ordered on' }),
        deliveryOn: date({ label: 'Delivery on' }),
        invoices: choice({ label: 'Invoices', options: [], multiple: true, open: true }),
      },
    },
    document: {
      label: 'Document',
      fields: {
        reference: text({ label: 'Reference' }),
        title: text({ label: 'Title' }),
        customer: text({ label: 'Customer' }),
        date: date({ label: 'Date' }),
        currency: text({ label: 'Currency' }),
        amount: number({ label: 'Amount' }),
        ourReference: text({ label: 'Our reference' }),
        lines: text({ label: 'Lines' }),
      },
    },
  },
};
