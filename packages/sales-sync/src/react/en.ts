import { formatsOf } from '@importera/react/controls';

const { count } = formatsOf('en');

/** Every text of the screen. */
export const texts = {
  title: 'Sales sync',
  introFirst:
    'Sales in your accounting system become won deals here, and deals you win here become invoices or orders there. First choose how.',
  intro: 'Sales in your accounting system become won deals here, and deals won here go there.',
  loading: 'Looking up the settings…',
  failed: 'The settings could not be read',
  retry: 'Try again',
  lost: 'What is shown may be out of date',
  readOnly: 'Only administrators may change these settings.',
  source: 'Sales are read from',
  sources: { invoices: 'Invoices', orders: 'Orders', none: 'No sync' },
  sourceHelp: {
    invoices:
      'Every invoice, old and new, becomes a won deal. A deal you win makes an invoice in the accounting system.',
    orders:
      'Every order, old and new, becomes a won deal. A deal you win makes an order, from which you make the invoice.',
    none: 'Nothing is moved in either direction. Switch it on later and it catches up.',
  },
  catchAllUser: 'Catch-all user',
  catchAllHelp: 'Creator of deals whose document names none of your users as “our reference”.',
  priceList: 'Price list',
  priceListHelp:
    'Sets the starting prices of your products. Deals that are there keep their prices.',
  noPriceList: 'Leave the prices alone',
  unreachable:
    'The accounting system can not be reached just now, so its price lists are not shown.',
  choose: 'Choose',
  missingUser: 'Choose a catch-all user to go on.',
  look: 'Show what will happen',
  looking: 'Reading both systems…',
  undoChange: 'Undo the change',
  nothingDeleted: 'Nothing is ever deleted: deals are added and filled in.',
  previewTitle: 'What will happen',
  previewFailed: 'It could not be found out what will happen',
  previewNothing: 'Nothing has to be moved just now. New sales are moved as they come.',
  previewOff: 'Nothing will be moved any more. What is there stays as it is.',
  create: {
    deal: (n: number): string => count(n, { one: '# new won deal', other: '# new won deals' }),
    invoice: (n: number): string =>
      count(n, {
        one: '# invoice made in the accounting system',
        other: '# invoices made in the accounting system',
      }),
    order: (n: number): string =>
      count(n, {
        one: '# order made in the accounting system',
        other: '# orders made in the accounting system',
      }),
    product: (n: number): string => count(n, { one: '# new product', other: '# new products' }),
  },
  update: {
    deal: (n: number): string => count(n, { one: '# deal filled in', other: '# deals filled in' }),
    product: (n: number): string =>
      count(n, { one: '# starting price changed', other: '# starting prices changed' }),
  },
  created: 'New',
  updated: 'Filled in',
  more: (n: number): string => count(n, { one: 'Show # more', other: 'Show # more' }),
  notListed: (n: number): string =>
    count(n, { one: '# more is not listed.', other: '# more are not listed.' }),
  empty: 'empty',
  becomes: 'becomes',
  rows: (n: number): string => count(n, { one: '# row', other: '# rows' }),
  from: {
    invoice: (id: string): string => `Invoice ${id}`,
    order: (id: string): string => `Order ${id}`,
    deal: (id: string): string => `Deal ${id}`,
    product: (id: string): string => `Product ${id}`,
  },
  into: (id: string): string => `into deal ${id}`,
  fields: {
    status: 'Status',
    title: 'Title',
    customer: 'Customer',
    currency: 'Currency',
    amount: 'Amount',
    wonOn: 'Won on',
    creator: 'Creator',
    lines: 'Rows',
    order: 'Order',
    orderedOn: 'Ordered on',
    deliveryOn: 'Delivery on',
    invoices: 'Invoices',
    name: 'Name',
    price: 'Starting price',
  },
  statuses: { open: 'Open', won: 'Won', lost: 'Lost' },
  start: 'Start the sync',
  apply: 'Apply the change',
  saveOff: 'Save without a sync',
  saving: 'Saving…',
  saveFailed: 'The settings were not saved',
  saved: 'Saved. The sync has started.',
  savedOff: 'Saved. Nothing is moved.',
  changedBy: (name: string, when: string): string => `Changed by ${name}, ${when}.`,
  runs: 'Latest runs',
  noRuns: 'It has not run yet.',
  runNow: 'Sync now',
  runFailed: 'The sync could not be started',
  reasons: {
    schedule: 'By schedule',
    person: (name: string): string => `Started by ${name}`,
    settings: (name: string): string => `Settings changed by ${name}`,
  },
  someone: 'someone',
  runStatus: {
    queued: 'Waiting',
    running: 'Running',
    completed: 'Done',
    failed: 'Stopped',
  },
  runNothing: 'Nothing new',
  takenUp: 'Was interrupted, and went on.',
  goesOn: 'The next run goes on where it stopped.',
  rejected: (n: number): string =>
    count(n, {
      one: '# was not taken; it is tried again by the next run.',
      other: '# were not taken; they are tried again by the next run.',
    }),
};

/** Every text of the screen. */
export type SyncTexts = typeof texts;

/** A language of the screen. */
export interface SyncLocale {
  /** BCP 47, e.g. `sv`. */
  readonly code: string;
  readonly texts: SyncTexts;
}

/** English. */
export const en: SyncLocale = { code: 'en', texts };
