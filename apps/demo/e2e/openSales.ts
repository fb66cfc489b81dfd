import type { SyncRun, SyncState } from '@importera/sales-sync/server';
import type { SyncSettings } from '@importera/sales-sync';
import type { Page } from 'playwright';
import { expect, inject } from 'vitest';
import type { Document, Kind } from '../accounting/Document.ts';
import { openDemo } from './openDemo.ts';
import { spawnFrom, type SpawnedDemo } from './spawnDemo.ts';

export interface SoldDeal {
  readonly id: string;
  readonly values: {
    readonly title: string;
    readonly status: string;
    readonly amount: number;
    readonly creator?: string;
    readonly order?: string;
    readonly orderedOn?: string;
    readonly invoices?: readonly string[];
  };
}

/** A demo of its own with the sales sync open in a person's browser, and its accounting system. */
export interface OpenedSales extends AsyncDisposable {
  readonly page: Page;
  readonly demo: SpawnedDemo;
  /** All deals of the CRM, in the order they were made. */
  deals(): Promise<readonly SoldDeal[]>;
  documents(kind: Kind): Promise<readonly Document[]>;
  /** Calls the accounting system as another program would. */
  accounting(method: string, path: string, body?: object): Promise<Response>;
  /** Makes and wins a deal in the page. */
  winDeal(title: string, product?: string): Promise<void>;
  /** Chooses settings without the page. */
  choose(settings: Partial<SyncSettings>): Promise<void>;
  /** Presses "sync now", and waits. */
  syncNow(): Promise<SyncRun>;
  /** The newest first. */
  runs(): Promise<readonly SyncRun[]>;
  /** Until no run is under way. */
  quiet(): Promise<SyncRun>;
}

export const CHOSEN: SyncSettings = {
  source: 'invoices',
  catchAllUser: 'astrid',
  priceList: 'A',
};
/** So rarely that no test sees it: what a run does is told by the one that was asked for. */
const NEVER = '0 0 1 1 *';
const SYNC = '/api/sales/own/sync';
/** A kept connection may be closed by the server in the moment it is used again; browsers ask anew by themselves. */
const AGAIN = { maxRetries: 3 };

export interface OpenSalesOptions {
  readonly person?: string;
  /** Of the demo's process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly dark?: boolean;
}

export async function openSales(options: OpenSalesOptions = {}): Promise<OpenedSales> {
  const demo = await spawnFrom(inject('firstStart'), { SYNC_CRON: NEVER, ...options.env });
  const { person = 'Astrid Lund', env: _, ...look } = options;
  const opened = await openDemo({
    ...look,
    url: demo.url,
    path: '/sales',
    person,
    place: 'Sales sync',
  });
  const { page } = opened;
  const { request } = page;

  const accountingUrl = async (): Promise<string> =>
    (await (await request.get('/api/sales/own/accounting', AGAIN)).json()).url;
  const accounting: OpenedSales['accounting'] = async (method, path, body) =>
    fetch(`${await accountingUrl()}/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const runs = async (): Promise<SyncState['runs']> =>
    ((await (await request.get(SYNC, AGAIN)).json()) as SyncState).runs;
  const quiet = async (): Promise<SyncRun> => {
    const waiting = async (): Promise<number> =>
      (await runs()).filter(({ finishedAt }) => finishedAt === null).length;
    await expect.poll(waiting, { timeout: 90_000 }).toBe(0);
    const [newest] = await runs();
    if (newest === undefined) throw new Error('It never ran.');
    return newest;
  };
  const syncNow = async (): Promise<SyncRun> => {
    const [before] = await runs();
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect.poll(async () => (await runs())[0]?.id).not.toBe(before?.id);
    return quiet();
  };
  return {
    page,
    demo,
    accounting,
    runs,
    quiet,
    syncNow,
    deals: () => allDeals(page),
    documents: (kind) => allDocuments(accounting, kind),
    winDeal: (title, product) => winDeal(page, title, product),
    async choose(settings) {
      const data = { ...CHOSEN, ...settings };
      const response = await request.put(`${SYNC}/settings`, { data });
      expect(response.status()).toBe(200);
      if (data.source !== 'none') await quiet();
      await page.reload();
      await page.getByRole('heading', { name: 'Latest runs' }).waitFor();
    },
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      await demo.stop();
    },
  };
}

async function allDeals({ request }: Page): Promise<readonly SoldDeal[]> {
  const all: SoldDeal[] = [];
  for (let at = 1, total = 1; all.length < total; at += 1) {
    const answer = await (await request.get(`/api/sales/records/deal?page=${at}`, AGAIN)).json();
    total = answer.total;
    all.push(...answer.records);
    if (answer.records.length === 0) break;
  }
  return all.sort((a, b) => Number(a.id) - Number(b.id));
}

async function allDocuments(
  accounting: OpenedSales['accounting'],
  kind: Kind,
): Promise<readonly Document[]> {
  const all: Document[] = [];
  for (let after = 0, more = true; more;) {
    const answer = await (await accounting('GET', `${kind}?after=${after}`)).json();
    all.push(...answer.items);
    ({ cursor: after, more } = answer);
  }
  return all;
}

async function winDeal(page: Page, title: string, product: string | undefined): Promise<void> {
  await page.goto('/sales/new-deal');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Customer').fill('Glasriket Design AB');
  if (product !== undefined) await page.getByLabel('Product').selectOption(product);
  await page.getByRole('button', { name: 'Make it as won' }).click();
  await page.getByRole('status').getByText(title).waitFor();
  await page.goto('/sales/sync');
}

/** Shows what the settings on the screen will do. */
export async function look(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show what will happen' }).click();
  await page.getByRole('heading', { name: 'What will happen' }).waitFor();
}

export async function select(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}
