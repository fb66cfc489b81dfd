const en = {
  sync: 'Sales sync',
  openAccounting: 'Open the accounting system',
  newDeal: 'New deal',
  intro:
    'Make a deal, and win it: under the sync’s settings it becomes an invoice or an order in the accounting system.',
  title: 'Title',
  customer: 'Customer',
  product: 'Product',
  noProduct: 'None',
  quantity: 'Pieces',
  makeOpen: 'Make an open deal',
  makeWon: 'Make it as won',
  made: (title: string) => `“${title}” was made.`,
  open: 'Open deals',
  none: 'No deal is open.',
  win: 'Won',
  winDeal: (title: string) => `Won: “${title}”`,
};

export type SalesTexts = typeof en;

const sv: SalesTexts = {
  sync: 'Försäljningssynk',
  openAccounting: 'Öppna ekonomisystemet',
  newDeal: 'Ny affär',
  intro:
    'Gör en affär och vinn den: enligt synkens inställningar blir den en faktura eller order i ekonomisystemet.',
  title: 'Rubrik',
  customer: 'Kund',
  product: 'Produkt',
  noProduct: 'Ingen',
  quantity: 'Antal',
  makeOpen: 'Skapa som öppen',
  makeWon: 'Skapa som vunnen',
  made: (title) => `”${title}” skapades.`,
  open: 'Öppna affärer',
  none: 'Ingen affär är öppen.',
  win: 'Vunnen',
  winDeal: (title) => `Vunnen: ”${title}”`,
};

export const texts: Readonly<Record<'en' | 'sv', SalesTexts>> = { en, sv };
