import type { SchemaWords } from '../inWords.ts';

/** The schema in Swedish. */
export const swedish: SchemaWords = {
  entities: {
    company: ['Företag', 'Företag'],
    contact: ['Kontakt', 'Kontakter'],
  },
  fields: {
    company: {
      name: ['Företagsnamn', 'Namnet företaget går under, som det står på fakturorna.'],
      orgNumber: [
        'Organisationsnummer',
        'Tio siffror. Kontrollsiffran räknas efter, så ett skrivfel hittas här.',
      ],
      customerNumber: ['Kundnummer', 'Ert eget nummer på kunden. Inledande nollor behålls.'],
      phone: ['Företagets telefon'],
      website: ['Webbplats'],
      street: ['Gatuadress'],
      postalCode: ['Postnummer'],
      city: ['Ort'],
      country: ['Land'],
      segment: [
        'Segment',
        'En eller flera kategorier. Ett värde som inte är någon av dem behålls på företaget som det är.',
      ],
      status: [
        'Kundstatus',
        'Prospekt, kund eller tidigare kund. Andra ord frågas det om före importen.',
      ],
      revenue: ['Omsättning'],
      employees: ['Anställda'],
      customerSince: ['Kund sedan'],
      campaigns: ['Kampanjer'],
      notes: ['Anteckningar'],
    },
    contact: {
      firstName: ['Förnamn'],
      lastName: ['Efternamn'],
      email: ['E-post'],
      phone: ['Telefon'],
      mobile: ['Mobil'],
      title: ['Titel'],
      newsletter: ['Nyhetsbrev'],
      campaigns: ['Kontaktens kampanjer'],
    },
  },
  settings: {
    companyCampaign: ['Lägg företagen i en kampanj'],
    contactCampaign: ['Lägg kontakterna i en kampanj'],
    segment: ['Lägg företagen i ett segment'],
    reportTo: [
      'Skicka en statusrapport till',
      'En eller flera e-postadresser. Var och en får ett mejl när importen är klar.',
    ],
  },
  groups: {
    'Add what is imported to': 'Lägg det importerade i',
    'When it is done': 'När den är klar',
  },
  options: {
    Retail: 'Detaljhandel',
    Industry: 'Industri',
    Construction: 'Bygg',
    'Public sector': 'Offentlig sektor',
    Services: 'Tjänster',
    lead: 'Prospekt',
    customer: 'Kund',
    former: 'Tidigare kund',
    yes: 'Ja',
    no: 'Nej',
  },
};
