import { createSalesSync } from '../createSalesSync.ts';
import { NO_COUNTS } from '../run/SyncReport.ts';
import type { SyncRun } from '../server/SyncRun.ts';
import type { SyncState } from '../server/SyncState.ts';
import { memorySyncStore } from '../store/memorySyncStore.ts';
import type { SyncSettings } from '../SyncSettings.ts';
import { memoryAccounting } from '../testing/memoryAccounting.ts';
import { memoryCrm } from '../testing/memoryCrm.ts';
import type { SalesSyncClient } from './SalesSyncClient.ts';

/** What a story is about. */
export interface Script {
  /** Null: the first log-in. */
  readonly saved?: SyncSettings | null;
  /** Documents that have no deal yet. */
  readonly deals?: number;
  readonly readOnly?: boolean;
  readonly failing?: boolean;
  readonly troubled?: boolean;
  readonly stuck?: boolean;
  readonly unreadable?: boolean;
  /** The second look fails, the next ones do not. */
  readonly losing?: boolean;
}

const USERS = [
  { id: 'astrid', name: 'Astrid Lund' },
  { id: 'erik', name: 'Erik Sandberg' },
];
const LISTS = [
  { id: 'A', name: 'Ordinarie' },
  { id: 'B', name: 'Återförsäljare' },
];
const INVOICES: SyncSettings = { source: 'invoices', catchAllUser: 'astrid', priceList: 'A' };
const LINE = { product: '1002', text: 'Ryggsäck 40 l', quantity: 3, price: 1_290 };

/** A client without a server: real previews over systems in memory, scripted runs. */
export function scriptedClient(script: Script): SalesSyncClient {
  const { saved = INVOICES, readOnly = false, failing = false, stuck, unreadable } = script;
  const systems = systemsOf(script, saved);
  let looks = 0;
  const failure = new Error(
    'The accounting system does not answer. Try again in a while, or ask whoever runs it.',
  );
  let state: SyncState = {
    settings: saved,
    changedBy: saved === null ? null : 'astrid',
    changedAt: saved === null ? null : '2026-03-02T08:30:00.000Z',
    may: { change: !readOnly, run: !readOnly },
    users: USERS,
    priceLists: failing ? null : LISTS,
    runs: saved === null ? [] : runsOf(script.troubled === true),
  };
  return {
    async state() {
      if (stuck) return new Promise(() => undefined);
      looks += 1;
      if (unreadable || (script.losing && looks === 2))
        throw new Error('There is no connection to the server.');
      return state;
    },
    async preview(settings) {
      if (failing) throw failure;
      const { accounting, crm, store } = await systems;
      return createSalesSync({ accounting, crm, store, settings }).preview(settings, { rows: 100 });
    },
    async save(settings) {
      const queued = runOf(9, { reason: 'settings', user: 'astrid', status: 'queued' });
      state = { ...state, settings, runs: [{ ...queued, finishedAt: null }, ...state.runs] };
      return state;
    },
    run: async () => state,
  };
}

/** Three orders were invoiced and are deals already; the others are still to come. */
async function systemsOf({ deals = 4 }: Script, saved: SyncSettings | null) {
  const accounting = memoryAccounting();
  const crm = memoryCrm({ users: USERS });
  const store = memorySyncStore();
  const kind = saved === null ? 'invoice' : 'order';
  const sale = (n: number) => ({
    customer: ['Fjällvinden Outdoor AB', 'Åre Fjällhotell AB', 'Café Lindgren'][n % 3] ?? '',
    title: 'Ryggsäck 40 l',
    amount: 3_870 + n,
    date: `2026-0${1 + (n % 9)}-14`,
    deliveryDate: '2026-10-01',
    lines: [LINE],
  });
  if (saved !== null) {
    for (let n = 0; n < (deals === 0 ? 0 : 3); n += 1)
      accounting.invoiceOrder(accounting.add('order', sale(n)).id);
    const settings = { ...saved, priceList: null };
    await createSalesSync({ accounting, crm, store, settings }).run();
  }
  for (let n = 0; n < deals; n += 1) accounting.add(kind, sale(n));
  if (deals > 0) {
    crm.add({ ...sale(1), status: 'won', creator: 'erik', wonOn: '2026-03-01' });
    accounting.setPrices('A', [{ product: '1002', name: 'Ryggsäck 40 l', price: 1_290 }]);
  }
  return { accounting, crm, store };
}

function runOf(hour: number, values: Partial<SyncRun>): SyncRun {
  const at = `2026-03-02T${String(hour).padStart(2, '0')}:05:00.000Z`;
  return {
    id: String(hour),
    reason: 'schedule',
    user: null,
    status: 'completed',
    attempts: 1,
    settings: INVOICES,
    counts: NO_COUNTS,
    rejectedCount: 0,
    rejected: [],
    error: null,
    createdAt: at,
    startedAt: at,
    finishedAt: at,
    ...values,
  };
}

function runsOf(troubled: boolean): readonly SyncRun[] {
  const deal = { created: 12, updated: 2, unchanged: 0 };
  const first = runOf(5, { reason: 'settings', user: 'astrid', counts: { ...NO_COUNTS, deal } });
  const quiet = [8, 7, 6].map((hour) =>
    runOf(hour, hour === 7 ? { reason: 'person', user: 'erik' } : {}),
  );
  if (!troubled) return [...quiet, first];
  const refusal = {
    code: 'write-failed',
    severity: 'error',
    row: 1,
    params: { message: 'The customer is blocked.' },
  } as const;
  return [
    runOf(12, { status: 'running', finishedAt: null }),
    runOf(11, { status: 'failed', error: 'The accounting system does not answer.' }),
    runOf(9, {
      attempts: 2,
      counts: { ...NO_COUNTS, deal },
      rejectedCount: 1,
      rejected: [{ from: 'invoice:71', entity: 'deal', issues: [refusal] }],
    }),
    ...quiet,
    first,
  ];
}
