import { expect, test } from 'vitest';
import { customers, mail, open, project, stored } from './apex.ts';
import { matchFile, review, start, stepHeading } from './wizard.ts';

test('AP1: nobody else than administrators and case officers finds a way to import', async () => {
  await using demo = await open('Sara Nilsen');
  const { page } = demo;
  await page.getByRole('heading', { name: 'You may not import here' }).waitFor();
  await page.getByText('company administrators and the project’s own case officers').waitFor();
  expect(await page.getByRole('button', { name: 'Choose a file' }).count()).toBe(0);
  const headers = { 'x-demo-company': 'apex' };
  const calls = [
    ['/api/imports', { schema: 'apex', fileName: 'smuglet.csv' }],
    ['/api/imports/exports/apex/csv', { settings: { project: 'Fjordutsikten' } }],
  ] as const;
  for (const [path, data] of calls) {
    const answer = await page.request.post(path, { data, headers });
    expect([path, answer.status()]).toEqual([path, 403]);
    expect(await answer.text()).toContain('company administrators');
  }
});

test('AP1: a case officer imports into their own project; others are explained, and refused by the server', async () => {
  await using demo = await open('Magnus Berg');
  const { page } = demo;
  await page.getByText('Only those of which you are a case officer.').first().waitFor();
  expect(await project(page, 'Bryggekvartalet').count()).toBe(0);
  await project(page, 'Fjordutsikten').click();
  await matchFile(page, customers([['Sakens Behandler', mail('sak'), '', 'H0303']]));
  await review(page);
  await start(page);
  expect(await stored(page, mail('sak'))).toMatchObject([{ project: 'Fjordutsikten' }]);

  const headers = { 'x-demo-company': 'apex' };
  const data = { schema: 'apex', fileName: 'smuglet.csv' };
  const made = await page.request.post('/api/imports', { data, headers });
  const { id } = (await made.json()) as { readonly id: string };
  const recipe = { columns: [], settings: { project: 'Bryggekvartalet' } };
  const kept = await page.request.patch(`/api/imports/${id}`, { data: { recipe }, headers });
  expect(kept.status()).toBe(403);
  expect(await kept.text()).toContain('of which you are a case officer');
});

test('AP1: who may import into one project alone has it chosen already, for a sample file too', async () => {
  await using demo = await open('Magnus Berg');
  const { page } = demo;
  await project(page, 'Fjordutsikten').waitFor();
  await expect.poll(() => project(page, 'Fjordutsikten').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Open kundeliste.csv' }).click();
  await stepHeading(page, 'Match columns to fields').waitFor();
  const about = page.getByRole('group', { name: 'What this import belongs to' });
  expect(await about.innerText()).toContain('Fjordutsikten');
});
