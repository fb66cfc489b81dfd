import type { ScenarioPage } from '../ScenarioPage.ts';
import { PortalPage } from './PortalPage.tsx';
import { schema } from './schema.ts';
import { swedish } from './swedish.ts';
import { texts } from './texts.ts';

export const page: ScenarioPage = {
  path: 'taxdome',
  name: ['Cabinet', 'Practice'],
  like: 'TaxDome',
  about: {
    en: 'Clients of an accounting practice: three kinds of import, accounts and contacts in steps of their own, tags, assignees, folders, fields made on the spot.',
    sv: 'En redovisningsbyrås klienter: tre slags import, konton och kontakter i var sitt steg, etiketter, ansvariga, mappar, fält som görs på plats.',
  },
  colours: {
    accent: ['#6a3ea1', '#cdb2f5'],
    onAccent: ['#ffffff', '#2a1249'],
    accentSoft: ['#f2ecfa', '#33234a'],
    mark: ['#553085', '#d7c1f8'],
  },
  // A ledger with a bookmark.
  mark: 'M9 7h14v18H9ZM13 12h6M13 16h6M18 20v5l2-1.500 2 1.500v-5',
  schema,
  swedish,
  lists: [
    {
      entity: 'account',
      path: 'accounts',
      icon: 'companies',
      name: ['name'],
      columns: ['type', 'tags', 'assignees', 'city'],
      filter: 'type',
    },
    {
      entity: 'contact',
      path: 'contacts',
      icon: 'contacts',
      name: ['firstName', 'lastName'],
      columns: ['email', 'phone'],
    },
  ],
  places: [
    {
      path: 'portal',
      icon: 'home',
      label: { en: texts.en.heading, sv: texts.sv.heading },
      Page: PortalPage,
    },
  ],
  wizard: {
    intro: {
      en: 'Bring your clients in from CSV: accounts, contacts, or both.',
      sv: 'Ta in dina klienter från CSV: konton, kontakter eller båda.',
    },
    samples: [
      {
        name: 'clienti.csv',
        about: {
          en: 'From a former system in Romania: semicolons, Windows-1250, accounts with their people, a column that no field is for yet.',
          sv: 'Från ett tidigare system i Rumänien: semikolon, Windows-1250, konton med sina personer, en kolumn som inget fält finns för än.',
        },
      },
      {
        name: 'etichete.csv',
        about: {
          en: 'Tags for accounts that are here already. Choose “Accounts only”.',
          sv: 'Etiketter till konton som redan finns. Välj ”Bara konton”.',
        },
      },
      {
        name: 'persoane.csv',
        about: {
          en: 'People without an account. Choose “Contacts only”.',
          sv: 'Personer utan konto. Välj ”Bara kontakter”.',
        },
      },
      {
        name: 'clienti-cu-greseli.csv',
        about: {
          en: 'Two rows that can not be taken: somebody who is not on the team, an address that is none.',
          sv: 'Två rader som inte kan tas emot: någon som inte är på byrån, en adress som inte är en.',
        },
      },
    ],
  },
};
