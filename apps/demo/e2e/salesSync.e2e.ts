import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { checkPage } from './checkPage.ts';
import { CHOSEN, look, openSales, select, type SoldDeal } from './openSales.ts';

test.each([
  { look: 'light', dark: false, width: 1280 },
  { look: 'dark', dark: true, width: 1280 },
  { look: 'narrow', dark: false, width: 390 },
])('its pages are accessible and never scroll sideways: $look', async ({ dark, width }) => {
  await using sales = await openSales({ dark, width });
  const { page } = sales;
  await checkPage(page, 'first log-in');
  await sales.choose({});
  await page.getByRole('radio', { name: /^Orders/ }).click();
  await look(page);
  await checkPage(page, 'preview');
  await page.getByRole('button', { name: 'Svenska' }).click();
  await page.getByRole('heading', { level: 1, name: 'Försäljningssynk' }).waitFor();
  await checkPage(page, 'in Swedish');
  await page.goto('/sales/new-deal');
  await page.getByRole('heading', { level: 1, name: 'Ny affär' }).waitFor();
  await checkPage(page, 'new deal');
  await page.goto('/sales/deals');
  await page.getByRole('rowheader').first().waitFor();
  await checkPage(page, 'deals');
  await page.goto(await accountingPage(page));
  await checkPage(page, 'the accounting system');
});

const invoicesOf = (deals: readonly SoldDeal[]): readonly string[] =>
  deals.flatMap(({ values }) => values.invoices ?? []).sort();

test('SS1 at the first log-in an administrator chooses what sales are read from, and sees what that brings', async () => {
  await using sales = await openSales();
  const { page } = sales;
  for (const source of [/^Invoices/, /^Orders/, /^No sync/])
    await page.getByRole('radio', { name: source }).waitFor();
  expect(await page.getByRole('button', { name: 'Show what will happen' }).isDisabled()).toBe(true);
  await select(page, 'Catch-all user', 'Astrid Lund');
  await select(page, 'Price list', 'Ordinarie');
  await look(page);
  await page.getByText('5 new won deals').waitFor();
  await page.getByText('Åre Fjällhotell AB · 11,100 SEK').waitFor();
  expect(await sales.deals()).toEqual([]);
  await page.getByRole('button', { name: 'Start the sync' }).click();
  await page.getByText('Saved. The sync has started.').waitFor();
  await page.getByText('5 new won deals, 5 new products').waitFor();
  expect(await sales.deals()).toHaveLength(5);
});

test('SS1 somebody who is no administrator is told so, and the server refuses as well', async () => {
  await using sales = await openSales({ person: 'Erik Sandberg' });
  const { page } = sales;
  await page.getByText('Only administrators may change these settings.').waitFor();
  expect(await page.getByRole('button', { name: 'Show what will happen' }).count()).toBe(0);
  const answer = await page.request.put('/api/sales/own/sync/settings', { data: CHOSEN });
  expect(answer.status()).toBe(403);
});

test('SS2 every invoice, old and new, becomes a won deal, and a new won deal becomes an invoice', async () => {
  await using sales = await openSales();
  const { page } = sales;
  await sales.choose({});
  const before = await sales.deals();
  expect(before.every(({ values }) => values.status === 'won')).toBe(true);
  expect(invoicesOf(before)).toEqual(['1', '2', '3', '4', '5']);

  await page.goto(await accountingPage(page));
  await page.getByLabel('Customer').fill('Umeå Biokemi AB');
  await page.getByLabel('Product').selectOption('1003');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByText('Umeå Biokemi AB').waitFor();
  await page.goto(`${sales.demo.url}sales/sync`);
  await sales.winDeal('Ten stoves', '1003');
  expect((await sales.syncNow()).counts).toMatchObject({
    deal: { created: 1 },
    document: { created: 1 },
  });
  await page.getByText(/1 new won deal.*1 invoice made in the accounting system/).waitFor();
  const made = (await sales.documents('invoices')).find(({ title }) => title === 'Ten stoves');
  expect(made).toMatchObject({
    customer: 'Glasriket Design AB',
    ourReference: 'Astrid Lund',
    total: 899,
  });
  const won = (await sales.deals()).find(({ values }) => values.title === 'Ten stoves');
  expect(won?.values.invoices).toEqual([made?.number]);
});

test('SS2 with orders a won deal becomes an order, and the invoice made from it completes the deal', async () => {
  await using sales = await openSales();
  const { page } = sales;
  await sales.choose({ source: 'orders' });
  expect((await sales.deals()).map(({ values }) => values.order)).toEqual(['1', '2', '3']);
  await sales.winDeal('A guided day', '1005');
  await sales.syncNow();
  const order = (await sales.documents('orders')).find(({ title }) => title === 'A guided day');
  expect(order).toMatchObject({ number: '4', total: 1_850 });

  await page.goto(await accountingPage(page));
  await page.getByRole('button', { name: 'Make invoice of order 4' }).click();
  await page.getByText('from order 4').waitFor();
  await page.goto(`${sales.demo.url}sales/sync`);
  await sales.syncNow();
  const won = (await sales.deals()).filter(({ values }) => values.title === 'A guided day');
  expect(won.map(({ values }) => values.order)).toEqual(['4']);
  const invoice = (await sales.documents('invoices')).find(
    ({ orderNumber }) => orderNumber === '4',
  );
  expect(won.map(({ values }) => values.invoices)).toEqual([[invoice?.number]]);
});

test('SS2 without a sync nothing moves; switched on again it catches up in both directions', async () => {
  await using sales = await openSales();
  const { page } = sales;
  await sales.choose({});
  await page.getByRole('radio', { name: /^No sync/ }).click();
  await look(page);
  await page.getByRole('button', { name: 'Save without a sync' }).click();
  await page.getByText('Saved. Nothing is moved.').waitFor();
  await sales.accounting('POST', 'invoices', { customer: 'Nacka Hiss & Port', total: 700 });
  await sales.winDeal('Won meanwhile');
  expect(await page.getByRole('button', { name: 'Sync now' }).count()).toBe(0);
  expect(await sales.deals()).toHaveLength(6);
  expect(await sales.documents('invoices')).toHaveLength(6);

  await page.getByRole('radio', { name: /^Invoices/ }).click();
  await look(page);
  await page.getByText('1 new won deal').waitFor();
  await page.getByText('1 invoice made in the accounting system').waitFor();
  await page.getByRole('button', { name: 'Apply the change' }).click();
  await page.getByText('Saved. The sync has started.').waitFor();
  await sales.quiet();
  expect(await sales.deals()).toHaveLength(7);
  expect(await sales.documents('invoices')).toHaveLength(7);
});

test('SS3 a deal’s creator is who the document names as our reference, else the catch-all user', async () => {
  await using sales = await openSales();
  await sales.choose({ catchAllUser: 'erik' });
  const creators = (await sales.deals()).map(({ values }) => [
    values.invoices?.[0],
    values.creator,
  ]);
  expect(Object.fromEntries(creators)).toEqual({
    1: 'astrid',
    2: 'erik',
    // Nobody is named, or somebody who is no user of the CRM.
    3: 'erik',
    4: 'erik',
    5: 'erik',
  });
  await sales.choose({ catchAllUser: 'astrid' });
  await sales.accounting('POST', 'invoices', { customer: 'Nacka Hiss & Port', total: 700 });
  await sales.syncNow();
  const after = (await sales.deals()).map(({ values }) => values.creator);
  expect(after).toEqual([...creators.map(([, creator]) => creator), 'astrid']);
  await sales.page.goto('/sales/deals');
  await sales.page.getByRole('cell', { name: 'Erik Sandberg' }).first().waitFor();
});

test('SS4 the price list sets starting prices; another one touches future deals only', async () => {
  await using sales = await openSales();
  const { page } = sales;
  await sales.choose({});
  await sales.winDeal('At the usual price', '1002');
  await sales.syncNow();
  const before = await sales.deals();

  await select(page, 'Price list', 'Återförsäljare');
  await look(page);
  await page.getByText('5 starting prices changed').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Product 1002' }).getByText('1,090').waitFor();
  await page.getByRole('button', { name: 'Apply the change' }).click();
  await page.getByText('Saved. The sync has started.').waitFor();
  await sales.quiet();
  expect(await sales.deals()).toEqual(before);
  await sales.winDeal('At the new price', '1002');
  const amounts = (await sales.deals()).slice(-2).map(({ values }) => values.amount);
  expect(amounts).toEqual([1_290, 1_090]);
});

test('SS5 from invoices to orders: shown first, then orders are added, deals filled in, and nothing is deleted', async () => {
  await using sales = await openSales();
  const { page } = sales;
  await sales.choose({});
  const before = await sales.deals();
  await page.getByRole('radio', { name: /^Orders/ }).click();
  await look(page);
  await page.getByText('1 new won deal').waitFor();
  await page.getByText('2 deals filled in').waitFor();
  const filled = page.getByRole('listitem').filter({ hasText: 'Order 1' }).first();
  await filled.getByText('2026-01-14').waitFor();
  expect(await sales.deals()).toEqual(before);

  await page.getByRole('button', { name: 'Apply the change' }).click();
  await page.getByText('Saved. The sync has started.').waitFor();
  await page.getByText('1 new won deal, 2 deals filled in').waitFor();
  const after = await sales.deals();
  expect(after).toHaveLength(before.length + 1);
  expect(after.slice(0, -1)).toMatchObject(before);
  const numbers = after.map(({ values }) => [values.order ?? null, values.invoices?.[0] ?? null]);
  expect(numbers.map(String).sort()).toEqual([',3', ',4', ',5', '1,1', '2,2', '3,']);
  expect(await sales.documents('invoices')).toHaveLength(5);
});

test('SS6 running it again changes nothing in either system', async () => {
  await using sales = await openSales();
  await sales.choose({});
  await sales.winDeal('Once only', '1001');
  await sales.syncNow();
  const [deals, invoices] = [await sales.deals(), await sales.documents('invoices')];
  for (let i = 0; i < 2; i += 1) {
    const none = { created: 0, updated: 0 };
    expect((await sales.syncNow()).counts).toMatchObject({ deal: none, document: none });
    await sales.page.getByText('Nothing new').first().waitFor();
  }
  expect(await sales.deals()).toEqual(deals);
  expect(await sales.documents('invoices')).toEqual(invoices);
});

test(
  'SS6 the accounting system and the demo are killed in the middle: nothing is lost, nothing doubled, in either direction',
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'importera-sales-'));
    const env = { DATA_DIR: folder };
    try {
      const total = await breakOff(env);
      await using sales = await openSales({ env });
      await sales.quiet();
      // Killed in the middle of it: it went on.
      const history = await sales.runs();
      expect(history.filter(({ attempts }) => attempts > 1)).toHaveLength(1);
      expect(history[0]).toMatchObject({ status: 'completed', error: null });
      await sales.syncNow();
      const [deals, invoices] = [await sales.deals(), await sales.documents('invoices')];
      expect([deals.length, invoices.length]).toEqual([total, total]);
      expect(invoicesOf(deals)).toEqual(invoices.map(({ number }) => number).sort());
      const none = { created: 0, updated: 0 };
      expect((await sales.syncNow()).counts).toMatchObject({ deal: none, document: none });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

/** Sells a lot on both sides and kills first the accounting system, then the demo, while it is synced. How much there was. */
async function breakOff(env: Readonly<Record<string, string>>): Promise<number> {
  const sales = await openSales({ env });
  const { page } = sales;
  for (let i = 0; i < 300; i += 1)
    await sales.accounting('POST', 'invoices', { customer: 'Many AB', total: i });
  for (let i = 0; i < 100; i += 1) {
    const deal = {
      title: `Deal ${i}`,
      customer: 'Many AB',
      product: null,
      quantity: 1,
      status: 'won',
    };
    await page.request.post('/api/sales/own/deals', { data: deal });
  }
  await page.request.put('/api/sales/own/sync/settings', { data: CHOSEN });
  const invoices = async (): Promise<number> =>
    (await sales.documents('invoices').catch(() => [])).length;
  await expect.poll(invoices, { timeout: 60_000, interval: 10 }).toBeGreaterThan(305 + 10);
  const { pid } = await (await sales.accounting('GET', 'health')).json();
  process.kill(pid, 'SIGKILL');
  await expect.poll(invoices, { timeout: 60_000 }).toBeGreaterThan(305);
  // The run goes on when the books answer again; where it has failed, the next one does.
  const made = async (): Promise<number> => {
    if ((await sales.runs()).every(({ finishedAt }) => finishedAt !== null))
      await page.request.post('/api/sales/own/sync/runs', { data: {} });
    return (await (await page.request.get('/api/sales/records/deal')).json()).total;
  };
  await expect.poll(made, { timeout: 60_000, interval: 10 }).toBeGreaterThan(100 + 20);
  await sales.demo.stop('SIGKILL');
  await page.context().close();
  return 5 + 300 + 100;
}

async function accountingPage(page: Page): Promise<string> {
  return (await (await page.request.get('/api/sales/own/accounting')).json()).url;
}
