import { formatsOf } from '@importera/react/controls';
import type { SyncLocale, SyncTexts } from './en.ts';

const { count } = formatsOf('sv');

const texts: SyncTexts = {
  title: 'Försäljningssynk',
  introFirst:
    'Försäljning i ert ekonomisystem blir vunna affärer här, och affärer ni vinner här blir fakturor eller ordrar där. Välj först hur.',
  intro:
    'Försäljning i ert ekonomisystem blir vunna affärer här, och affärer som vinns här förs dit.',
  loading: 'Hämtar inställningarna…',
  failed: 'Inställningarna gick inte att läsa',
  retry: 'Försök igen',
  lost: 'Det som visas kan vara gammalt',
  readOnly: 'Bara administratörer får ändra de här inställningarna.',
  source: 'Program för försäljning',
  sources: { invoices: 'Fakturor', orders: 'Ordrar', none: 'Ingen synk' },
  sourceHelp: {
    invoices:
      'Alla fakturor, befintliga och nya, blir vunna affärer. En affär ni vinner skapar en faktura i ekonomisystemet.',
    orders:
      'Alla ordrar, befintliga och nya, blir vunna affärer. En affär ni vinner skapar en order, som ni sedan skapar fakturan av.',
    none: 'Inget förs över åt något håll. Slå på den senare, så hinner den ikapp.',
  },
  catchAllUser: 'Uppsamlingsanvändare',
  catchAllHelp:
    'Står som skapare av affärer vars dokument inte har någon av era användare som vår referens.',
  priceList: 'Prislista',
  priceListHelp: 'Ger produkterna deras utgångspris. Affärer som finns behåller sina priser.',
  noPriceList: 'Låt priserna vara',
  unreachable: 'Ekonomisystemet går inte att nå just nu, så dess prislistor visas inte.',
  choose: 'Välj',
  missingUser: 'Välj en uppsamlingsanvändare för att gå vidare.',
  look: 'Visa vad som händer',
  looking: 'Läser båda systemen…',
  undoChange: 'Ångra ändringen',
  nothingDeleted: 'Inget raderas någonsin: affärer tillkommer och fylls på.',
  previewTitle: 'Det här händer',
  previewFailed: 'Det gick inte att ta reda på vad som händer',
  previewNothing: 'Inget behöver föras över just nu. Ny försäljning förs över när den kommer.',
  previewOff: 'Inget förs längre över. Det som finns blir kvar som det är.',
  create: {
    deal: (n) => count(n, { one: '# ny vunnen affär', other: '# nya vunna affärer' }),
    invoice: (n) =>
      count(n, {
        one: '# faktura skapas i ekonomisystemet',
        other: '# fakturor skapas i ekonomisystemet',
      }),
    order: (n) =>
      count(n, {
        one: '# order skapas i ekonomisystemet',
        other: '# ordrar skapas i ekonomisystemet',
      }),
    product: (n) => count(n, { one: '# ny produkt', other: '# nya produkter' }),
  },
  update: {
    deal: (n) => count(n, { one: '# affär fylls på', other: '# affärer fylls på' }),
    product: (n) => count(n, { one: '# utgångspris ändras', other: '# utgångspriser ändras' }),
  },
  created: 'Ny',
  updated: 'Fylls på',
  more: (n) => count(n, { one: 'Visa # till', other: 'Visa # till' }),
  notListed: (n) => count(n, { one: '# till visas inte.', other: '# till visas inte.' }),
  empty: 'tomt',
  becomes: 'blir',
  rows: (n) => count(n, { one: '# rad', other: '# rader' }),
  from: {
    invoice: (id) => `Faktura ${id}`,
    order: (id) => `Order ${id}`,
    deal: (id) => `Affär ${id}`,
    product: (id) => `Produkt ${id}`,
  },
  into: (id) => `till affär ${id}`,
  fields: {
    status: 'Status',
    title: 'Rubrik',
    customer: 'Kund',
    currency: 'Valuta',
    amount: 'Belopp',
    wonOn: 'Vunnen',
    creator: 'Skapare',
    lines: 'Rader',
    order: 'Order',
    orderedOn: 'Orderdatum',
    deliveryOn: 'Leverans',
    invoices: 'Fakturor',
    name: 'Namn',
    price: 'Utgångspris',
  },
  statuses: { open: 'Öppen', won: 'Vunnen', lost: 'Förlorad' },
  start: 'Starta synken',
  apply: 'Genomför ändringen',
  saveOff: 'Spara utan synk',
  saving: 'Sparar…',
  saveFailed: 'Inställningarna sparades inte',
  saved: 'Sparat. Synken har startat.',
  savedOff: 'Sparat. Inget förs över.',
  changedBy: (name, when) => `Ändrat av ${name}, ${when}.`,
  runs: 'Senaste körningarna',
  noRuns: 'Den har inte körts än.',
  runNow: 'Synka nu',
  runFailed: 'Synken gick inte att starta',
  reasons: {
    schedule: 'Enligt schema',
    person: (name) => `Startad av ${name}`,
    settings: (name) => `Inställningar ändrade av ${name}`,
  },
  someone: 'någon',
  runStatus: { queued: 'Väntar', running: 'Pågår', completed: 'Klar', failed: 'Stannade' },
  runNothing: 'Inget nytt',
  takenUp: 'Avbröts, och fortsatte.',
  goesOn: 'Nästa körning fortsätter där den slutade.',
  rejected: (n) =>
    count(n, {
      one: '# togs inte emot; nästa körning försöker igen.',
      other: '# togs inte emot; nästa körning försöker igen.',
    }),
};

/** Swedish. */
export const sv: SyncLocale = { code: 'sv', texts };
