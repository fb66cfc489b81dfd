import type { SchemaWords } from '../inWords.ts';

/** The schema in Swedish. */
export const swedish: SchemaWords = {
  entities: {
    home: ['Bostad', 'Bostäder'],
    customer: ['Kund', 'Kunder'],
  },
  fields: {
    home: { number: ['Bostadsnummer'], project: ['Projekt'], floor: ['Våning'] },
    customer: {
      name: ['Namn', 'För- och efternamn, som det ska stå i kontraktet.'],
      email: ['E-post', 'Kunden loggar in med den. Importen skickar ingenting dit.'],
      phone: ['Telefon', 'Norska nummer behöver inget landsnummer.'],
      birthDate: ['Födelsedatum', 'Dag, månad och år. Bara kontraktet använder det.'],
      home: [
        'Hem',
        'Numret på en bostad i det valda projektet. Ett nummer som projektet inte har är ett fel.',
      ],
      price: ['Köpesumma', 'Som avtalat i kontraktet, utan andel i fellesgjeld.'],
      street: ['Adress', 'Där kunden bor nu.'],
      postalCode: ['Postnummer', 'Fyra siffror; en inledande nolla behålls.'],
      city: ['Ort', 'Postort.'],
      notes: ['Anteckningar', 'För handläggare; kunderna ser dem inte.'],
      project: [
        'Projekt',
        'Importen fyller i det: varje kund får projektet som valdes före filen.',
      ],
    },
  },
  settings: { project: ['Projekt', 'Kunderna köper i det här projektet.'] },
  kinds: { customers: ['Kunder'] },
};
