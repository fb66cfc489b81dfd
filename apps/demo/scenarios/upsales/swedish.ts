import type { SchemaWords } from '../inWords.ts';

/** The schema in Swedish. */
export const swedish: SchemaWords = {
  entities: { company: ['Företag', 'Företag'], contact: ['Kontakt', 'Kontakter'] },
  fields: {
    company: {
      id: [
        'Upsales ID',
        'Ges av systemet. Det hittar företag som redan finns och skrivs aldrig: lämna det tomt, eller ta bort kolumnen, för nya.',
      ],
      name: ['Företagsnamn'],
      orgNumber: ['Organisationsnummer'],
      phone: ['Företagets telefon'],
      website: ['Webbplats'],
      street: ['Adress'],
      postalCode: ['Postnummer'],
      city: ['Ort'],
      country: ['Land'],
      accountManager: ['Kontoansvarig', 'Den som sköter kontakten med företaget.'],
      category: ['Företagskategori'],
      campaign: ['Kampanj'],
      turnover: ['Omsättning'],
      employees: ['Antal anställda'],
      notes: ['Anteckningar'],
    },
    contact: {
      name: ['Kontaktens namn'],
      title: ['Titel'],
      email: ['E-post'],
      phone: ['Telefon'],
      mobile: ['Mobil'],
      category: ['Kontaktkategori'],
    },
  },
  settings: {
    accountManager: ['Kontoansvarig', 'För företag som ingen har.'],
    campaign: ['Kampanj'],
    companyCategory: ['Företagskategori'],
    contactCategory: ['Kontaktkategori'],
    reportTo: ['Skicka ett mejl när den är klar till'],
  },
  groups: { 'When done': 'När klar' },
  options: {
    Prospect: 'Prospekt',
    'Key account': 'Nyckelkund',
    Newsletter: 'Nyhetsbrev',
    'Spring fair': 'Vårmässan',
    'Win back': 'Vinn tillbaka',
    Webinar: 'Webbinarium',
    'Decision maker': 'Beslutsfattare',
    Influencer: 'Påverkare',
  },
};
