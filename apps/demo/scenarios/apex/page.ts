import type { ScenarioPage } from '../ScenarioPage.ts';
import { InvitationsPage } from './InvitationsPage.tsx';
import { schema } from './schema.ts';
import { swedish } from './swedish.ts';
import { texts } from './texts.ts';

export const page: ScenarioPage = {
  path: 'apex',
  name: ['Fjordhjem', 'Projects'],
  like: 'APEX',
  about: {
    en: 'Customers of home-building projects: the project chosen first, homes attached by their number, only new customers, and nothing is sent to them.',
    sv: 'Kunder i bostadsprojekt: projektet väljs först, bostäder knyts med sitt nummer, bara nya kunder, och inget skickas till dem.',
  },
  colours: {
    accent: ['#a3401f', '#ffb597'],
    onAccent: ['#ffffff', '#43160a'],
    accentSoft: ['#fbece6', '#47241a'],
    mark: ['#8f3518', '#ffc3a8'],
  },
  // A house above the water.
  mark: 'M8 17 16 9l8 8M11 15v5h10v-5M6 24c2.500-1.500 4.500 1.500 7 0s4.500-1.500 7 0 3.500 1 6 0',
  schema,
  swedish,
  lists: [
    {
      entity: 'customer',
      path: 'customers',
      icon: 'contacts',
      name: ['name'],
      columns: ['email', 'phone', 'home', 'project', 'birthDate'],
      filter: 'project',
    },
    {
      entity: 'home',
      path: 'homes',
      icon: 'home',
      name: ['number'],
      columns: ['project', 'floor'],
      filter: 'project',
    },
  ],
  places: [
    {
      path: 'invitations',
      icon: 'send',
      label: { en: texts.en.heading, sv: texts.sv.heading },
      Page: InvitationsPage,
    },
  ],
  wizard: {
    intro: {
      en: 'Add customers to a project. No invitation is sent; you send it when all is set up.',
      sv: 'Lägg till kunder i ett projekt. Ingen inbjudan skickas; den skickar du när allt är klart.',
    },
    exports: true,
    samples: [
      {
        name: 'kundeliste.csv',
        about: {
          en: 'As Excel saves it in Norway: semicolons, Windows-1252, decimal commas. For Fjordutsikten.',
          sv: 'Som Excel sparar det i Norge: semikolon, Windows-1252, decimalkomma. För Fjordutsikten.',
        },
      },
      {
        name: 'kjøpere-bryggekvartalet.xlsx',
        about: {
          en: 'Two rows of titles above the headings, dates and prices as Excel holds them.',
          sv: 'Två rader med titlar ovanför rubrikerna, datum och priser som Excel har dem.',
        },
      },
      {
        name: 'gammel-kundeliste.xls',
        about: {
          en: 'From an older Excel (.xls). For Fjordutsikten.',
          sv: 'Från ett äldre Excel (.xls). För Fjordutsikten.',
        },
      },
      {
        name: 'kunder-med-feil.csv',
        about: {
          en: 'With commas, and mistakes to correct: a home of another project, a slip in an address, a customer who is there already. For Fjordutsikten.',
          sv: 'Med komman, och misstag att rätta: en bostad i ett annat projekt, ett skrivfel i en adress, en kund som redan finns. För Fjordutsikten.',
        },
      },
    ],
  },
};
