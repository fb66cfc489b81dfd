import { expect, test } from 'vitest';
import { stored } from './crm.ts';
import { goTo, openDemo } from './openDemo.ts';

test('FX1: a seller is told that only administrators may import, and finds no way to', async () => {
  await using demo = await openDemo({ person: 'Erik Sandberg' });
  const { page } = demo;
  await page.getByRole('heading', { name: 'Only administrators may import' }).waitFor();
  expect(await page.getByText('Erik Sandberg is signed in as a seller').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Choose a file' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: /template|Open/u }).count()).toBe(0);
  await goTo(page, 'Settings');
  await page.getByText('Only administrators may add fields.').waitFor();
  expect(await page.getByRole('button', { name: 'Add field' }).count()).toBe(0);
});

const context = { importId: 'by-hand', settings: {} };
const operation = {
  row: 2,
  entity: 'company',
  action: 'create',
  record: 0,
  id: null,
  parentId: null,
  parentRecord: null,
  values: { name: 'Smugglarens AB' },
};
const calls = {
  lookup: { context, request: { entity: 'company', fields: ['name'], keys: [['café lindgren']] } },
  write: { context, batch: { id: 'by-hand/0', operations: [operation] } },
  fields: { context, entity: 'company' },
  'create-field': {
    context,
    field: { entity: 'company', field: 'smuggled', label: 'Smuggled', type: 'text' },
  },
  undo: { context, importId: 'first-start' },
};

test.each([
  { who: 'a seller', person: 'Erik Sandberg', status: 403, says: 'Only administrators may import' },
  { who: 'somebody not signed in', person: null, status: 401, says: 'Sign in first' },
] as const)('FX1: the server refuses every call of $who', async ({ person, status, says }) => {
  await using demo = await openDemo({ person });
  for (const [call, data] of Object.entries(calls)) {
    const response = await demo.page.request.post(`/api/import/${call}`, { data });
    expect({ call, status: response.status() }).toEqual({ call, status });
    expect(await response.text()).toContain(says);
  }
  const field = { entity: 'company', label: 'Smuggled', type: 'text' };
  const response = await demo.page.request.post('/api/fields', { data: field });
  expect(response.status()).toBe(status);
  await using administrator = await openDemo({ place: 'Settings' });
  expect((await stored(administrator.page, 'company', { search: 'Smugglarens' })).total).toBe(0);
  expect(await administrator.page.getByText('Smuggled').count()).toBe(0);
});

test('FX1: the same calls work for an administrator', async () => {
  await using demo = await openDemo();
  const response = await demo.page.request.post('/api/import/lookup', { data: calls.lookup });
  expect(response.status()).toBe(200);
  const { matches } = (await response.json()) as { readonly matches: readonly unknown[][] };
  // Two from the start; what other tests imported by then is found too.
  expect(matches[0]?.length).toBeGreaterThanOrEqual(2);
});

test('signing out and in again as somebody else changes what one may do', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in as Erik Sandberg' }).click();
  await page.getByRole('heading', { name: 'Only administrators may import' }).waitFor();
});
