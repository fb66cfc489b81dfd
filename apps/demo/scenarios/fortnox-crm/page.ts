import type { ScenarioPage } from '../ScenarioPage.ts';
import { schema } from './schema.ts';
import { swedish } from './swedish.ts';

export const page: ScenarioPage = {
  path: 'fortnox',
  name: ['Nordlys', 'CRM'],
  like: 'Fortnox CRM',
  about: {
    en: 'Companies and contacts of a sales team: custom fields, campaigns and segments, what to do when several records match, a report by mail.',
    sv: 'Ett säljlags företag och kontakter: egna fält, kampanjer och segment, vad som händer när flera poster träffas, en rapport med e-post.',
  },
  colours: {
    accent: ['#0f6b63', '#6ee7d3'],
    onAccent: ['#ffffff', '#04251f'],
    accentSoft: ['#e3f2ef', '#143a35'],
    mark: ['#115e59', '#5eead4'],
  },
  // Northern lights over a horizon.
  mark: 'M7 22c2-9 4-13 6-13s2 9 5 9 3-8 7-9',
  schema,
  swedish,
  lists: [
    {
      entity: 'company',
      path: 'companies',
      icon: 'companies',
      name: ['name'],
      columns: ['city', 'status', 'phone', 'orgNumber', 'segment'],
      filter: 'segment',
    },
    {
      entity: 'contact',
      path: 'contacts',
      icon: 'contacts',
      name: ['firstName', 'lastName'],
      columns: ['title', 'email', 'mobile'],
      filter: 'segment',
    },
  ],
  wizard: {
    intro: {
      en: 'Bring companies and contacts in from Excel or CSV.',
      sv: 'Ta in företag och kontakter från Excel eller CSV.',
    },
    samples: [
      {
        name: 'kundregister.xlsx',
        about: {
          en: 'An Excel export with title rows above the headings: companies, each with its contacts.',
          sv: 'En Excel-export med titelrader ovanför rubrikerna: företag, vart och ett med sina kontakter.',
        },
      },
      {
        name: 'nordisk-export.csv',
        about: {
          en: 'A CSV as Excel saves it in Sweden: semicolons, Windows-1252, decimal commas.',
          sv: 'En CSV som Excel sparar den i Sverige: semikolon, Windows-1252, decimalkomma.',
        },
      },
      {
        name: 'customers-with-mistakes.csv',
        about: {
          en: 'Mistakes to find: a wrong check digit, bad addresses, an unknown status, a duplicate.',
          sv: 'Fel att hitta: en felaktig kontrollsiffra, trasiga adresser, en okänd status, en dubblett.',
        },
      },
      {
        name: 'new-phone-numbers.xlsx',
        about: {
          en: 'New phone numbers for companies that are here already; one name fits two of them.',
          sv: 'Nya telefonnummer till företag som redan finns; ett av namnen passar två av dem.',
        },
      },
    ],
  },
};
