import type { Schema } from '@importera/engine';

const labels: Readonly<Record<string, string>> = {
  Title: 'Rubrik',
  Customer: 'Kund',
  Status: 'Status',
  Amount: 'Belopp',
  Currency: 'Valuta',
  'Won on': 'Vunnen',
  Creator: 'Skapare',
  Order: 'Order',
  'Ordered on': 'Orderdatum',
  'Delivery on': 'Leverans',
  Invoices: 'Fakturor',
  Number: 'Nummer',
  Name: 'Namn',
  'Starting price': 'Utgångspris',
  Deal: 'Affär',
  Deals: 'Affärer',
  Product: 'Produkt',
  Products: 'Produkter',
  Open: 'Öppen',
  Won: 'Vunnen',
  Lost: 'Förlorad',
};

/** The schema with its labels in Swedish; it is small enough to be done word by word. */
export function inSwedish(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    (key === 'label' || key === 'labels') && typeof value === 'string'
      ? (labels[value] ?? value)
      : value,
  ) as Schema;
}
