import type { ScenarioPage } from '../ScenarioPage.ts';
import { schema } from './schema.ts';
import { swedish } from './swedish.ts';

export const page: ScenarioPage = {
  path: 'upsales',
  name: ['Klivet', 'Sales'],
  like: 'Upsales',
  about: {
    en: 'Registers with a row per contact: composite match keys, rows that take effect in file order, the system’s own id, duplicates that are already there.',
    sv: 'Register med en rad per kontakt: sammansatta matchningsnycklar, rader som verkar i filens ordning, systemets eget id, dubbletter som redan finns.',
  },
  colours: {
    accent: ['#1d4fb8', '#9db9ff'],
    onAccent: ['#ffffff', '#0b1d47'],
    accentSoft: ['#e8eefb', '#1b2a4d'],
    mark: ['#1d3f94', '#a9c2ff'],
  },
  // Steps that go up.
  mark: 'M7 23h5v-5h5v-5h5V8h4',
  schema,
  swedish,
  lists: [
    {
      entity: 'company',
      path: 'companies',
      icon: 'companies',
      name: ['name'],
      columns: ['city', 'accountManager', 'category', 'campaign', 'orgNumber'],
      filter: 'category',
    },
    {
      entity: 'contact',
      path: 'contacts',
      icon: 'contacts',
      name: ['name'],
      columns: ['title', 'email', 'mobile', 'category'],
      filter: 'category',
    },
  ],
  wizard: {
    intro: {
      en: 'Create and update companies and contacts from Excel. Orders and activities can not be imported here.',
      sv: 'Skapa och uppdatera företag och kontakter från Excel. Order och aktiviteter kan inte importeras här.',
    },
    samples: [
      {
        name: 'kundmall.xlsx',
        about: {
          en: 'The template, filled in: a row for each contact, so a company with three of them is three rows.',
          sv: 'Mallen, ifylld: en rad per kontakt, så ett företag med tre kontakter är tre rader.',
        },
      },
      {
        name: 'uppdatering.xls',
        about: {
          en: 'New facts for companies that are here, found by their Upsales ID; one ID is not known, one row is new.',
          sv: 'Nya uppgifter om företag som redan finns, funna på sitt Upsales ID; ett ID är okänt, en rad är ny.',
        },
      },
      {
        name: 'masslista.csv',
        about: {
          en: 'Leads from a fair as Excel saves them in Sweden: semicolons, Windows-1252, postcodes missing, a name that fits two companies.',
          sv: 'Leads från en mässa som Excel sparar dem i Sverige: semikolon, Windows-1252, postnummer som saknas, ett namn som passar två företag.',
        },
      },
    ],
  },
};
