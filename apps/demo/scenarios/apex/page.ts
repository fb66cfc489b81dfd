import type { ScenarioPage } from '../ScenarioPage.ts';
import { schema } from './schema.ts';

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
  schema: () => schema,
  lists: [
    {
      entity: 'customer',
      path: 'customers',
      icon: 'contacts',
      name: ['name'],
      columns: ['email', 'phone', 'project', 'birthDate'],
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
  wizard: {
    intro: {
      en: 'Add customers to a project. No invitation is sent; you send it when all is set up.',
      sv: 'Lägg till kunder i ett projekt. Ingen inbjudan skickas; den skickar du när allt är klart.',
    },
    samples: [],
  },
};
