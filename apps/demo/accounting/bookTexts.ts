const en = {
  lang: 'en',
  title: 'Norrsken Accounts',
  intro:
    'The demo’s accounting system: a program of its own, which the sales sync talks to over HTTP.',
  make: 'New sale',
  kind: 'Kind',
  invoice: 'Invoice',
  order: 'Order',
  invoices: 'Invoices',
  orders: 'Orders',
  customer: 'Customer',
  product: 'Product',
  quantity: 'Pieces',
  ourReference: 'Our reference',
  save: 'Make it',
  number: 'No.',
  what: 'What',
  total: 'Total',
  action: 'What to do',
  fromCrm: 'from the CRM',
  fromOrder: (number: string) => `from order ${number}`,
  invoiceIt: 'Make invoice',
  invoiceOrder: (number: string) => `Make invoice of order ${number}`,
};

export type BookTexts = typeof en;

const sv: BookTexts = {
  lang: 'sv',
  title: 'Norrsken Bokföring',
  intro: 'Demons ekonomisystem: ett eget program, som försäljningssynken talar med över HTTP.',
  make: 'Ny försäljning',
  kind: 'Typ',
  invoice: 'Faktura',
  order: 'Order',
  invoices: 'Fakturor',
  orders: 'Ordrar',
  customer: 'Kund',
  product: 'Artikel',
  quantity: 'Antal',
  ourReference: 'Vår referens',
  save: 'Skapa',
  number: 'Nr',
  what: 'Vad',
  total: 'Summa',
  action: 'Att göra',
  fromCrm: 'från CRM',
  fromOrder: (number) => `från order ${number}`,
  invoiceIt: 'Skapa faktura',
  invoiceOrder: (number) => `Skapa faktura av order ${number}`,
};

export const bookTexts: Readonly<Record<'en' | 'sv', BookTexts>> = { en, sv };
