import type { SchemaWords } from '../inWords.ts';

/** The schema in Swedish. */
export const swedish: SchemaWords = {
  entities: { deal: ['Affär', 'Affärer'], product: ['Produkt', 'Produkter'] },
  fields: {
    deal: {
      title: ['Rubrik'],
      customer: ['Kund'],
      status: ['Status'],
      amount: ['Belopp'],
      currency: ['Valuta'],
      wonOn: ['Vunnen'],
      creator: ['Skapare'],
      order: ['Order'],
      orderedOn: ['Orderdatum'],
      deliveryOn: ['Leverans'],
      invoices: ['Fakturor'],
    },
    product: { number: ['Nummer'], name: ['Namn'], price: ['Utgångspris'] },
  },
  options: { open: 'Öppen', won: 'Vunnen', lost: 'Förlorad' },
};
