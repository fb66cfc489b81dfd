import { expect, test } from 'vitest';
import { goTo, openDemo } from './openDemo.ts';

test('FX1: a seller is told that only administrators may import, and finds no way to', async () => {
  await using demo = await openDemo({ person: 'Erik Sandberg' });
  const { page } = demo;
  await page.getByRole('heading', { name: 'You may not import here' }).waitFor();
  await page.getByText('Only administrators may import').waitFor();
  expect(await page.getByText('Erik Sandberg is signed in as a seller').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Choose a file' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: /template|Open/u }).count()).toBe(0);
  await goTo(page, 'Settings');
  await page.getByText('Only administrators may add fields.').waitFor();
  expect(await page.getByRole('button', { name: 'Add field' }).count()).toBe(0);
});

/** The server's calls: by whom they are made is told by the cookie, in which company by a header. */
const headers = { 'x-demo-company': 'fortnox' };
const nowhere = '/api/imports/00000000-0000-4000-8000-000000000000';
const calls = [
  {
    method: 'POST',
    path: '/api/imports',
    data: { schema: 'fortnox-crm', fileName: 'smuggled.csv' },
  },
  { method: 'GET', path: '/api/imports' },
  { method: 'GET', path: '/api/imports/templates/fortnox-crm/csv' },
] as const;

test.each([
  { who: 'a seller', person: 'Erik Sandberg', status: 403, says: 'Only administrators may import' },
  { who: 'somebody not signed in', person: null, status: 401, says: 'Sign in to import' },
] as const)('FX1: the server refuses every call of $who', async ({ person, status, says }) => {
  await using demo = await openDemo({ person });
  const { request } = demo.page;
  for (const { path, ...call } of calls) {
    const response = await request.fetch(path, { ...call, headers });
    expect({ path, status: response.status() }).toEqual({ path, status });
    expect(await response.text()).toContain(says);
  }
  await using administrator = await openDemo({ place: 'Settings' });
  const made = await administrator.page.request.post('/api/imports', {
    data: calls[0].data,
    headers,
  });
  const { id } = (await made.json()) as { readonly id: string };
  for (const action of ['start', 'pause', 'resume', 'cancel', 'undo', 'plan', 'rows']) {
    const response = await request.post(`/api/imports/${id}/${action}`, { data: {}, headers });
    expect({ action, status: response.status() }).toEqual({ action, status });
  }
  const field = { entity: 'company', label: 'Smuggled', type: 'text' };
  const response = await request.post('/api/fortnox/fields', { data: field });
  expect(response.status()).toBe(status);
  await administrator.page.reload();
  expect(await administrator.page.getByText('Smuggled').count()).toBe(0);
});

test('FX1: the same calls work for an administrator, in their own company alone', async () => {
  await using demo = await openDemo();
  const { request } = demo.page;
  const made = await request.post('/api/imports', { data: calls[0].data, headers });
  expect(made.status()).toBe(201);
  const { id } = (await made.json()) as { readonly id: string };
  expect((await request.get(`/api/imports/${id}`, { headers })).status()).toBe(200);
  expect((await request.get(`/api/imports/${id}`)).status()).toBe(401);
  expect((await request.get(nowhere, { headers })).status()).toBe(404);
  expect((await request.delete(`/api/imports/${id}`, { headers })).status()).toBe(204);
});

test('signing out and in again as somebody else changes what one may do', async () => {
  await using demo = await openDemo();
  const { page } = demo;
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in as Erik Sandberg' }).click();
  await page.getByText('Only administrators may import').waitFor();
});
