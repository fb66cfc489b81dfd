import type { ScenarioPage } from '../ScenarioPage.ts';
import { NewDealPage } from './NewDealPage.tsx';
import { schema } from './schema.ts';
import { swedish } from './swedish.ts';
import { SyncPage } from './SyncPage.tsx';

export const page: ScenarioPage = {
  path: 'sales',
  name: ['Fjord', 'Sales'],
  like: 'Fortnox Sales Sync',
  about: {
    en: 'No file at all: invoices or orders of an accounting system become won deals, and won deals become invoices or orders. A change of the settings is shown before it is made.',
    sv: 'Ingen fil alls: fakturor eller ordrar i ett ekonomisystem blir vunna affärer, och vunna affärer blir fakturor eller ordrar. En ändring av inställningarna visas innan den görs.',
  },
  colours: {
    accent: ['#6b5a00', '#f0d86a'],
    onAccent: ['#ffffff', '#2b2300'],
    accentSoft: ['#f7f1d8', '#38300f'],
    mark: ['#57490a', '#f5dd73'],
  },
  // Two arrows that pass each other.
  mark: 'M7 13h16l-4-4M25 20H9l4 4',
  schema,
  swedish,
  lists: [
    {
      entity: 'deal',
      path: 'deals',
      icon: 'deals',
      name: ['title'],
      columns: ['amount', 'customer', 'creator', 'order', 'invoices', 'status'],
      filter: 'status',
    },
    {
      entity: 'product',
      path: 'products',
      icon: 'sheet',
      name: ['name'],
      columns: ['price', 'number'],
    },
  ],
  places: [
    {
      path: 'sync',
      icon: 'sync',
      label: { en: 'Sales sync', sv: 'Synk' },
      Page: SyncPage,
    },
    {
      path: 'new-deal',
      icon: 'plus',
      label: { en: 'New deal', sv: 'Ny affär' },
      Page: NewDealPage,
    },
  ],
  // At the first log-in the company chooses what is synced (SS1).
  home: 'sync',
  wizard: null,
};
