import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { openDemo } from './openDemo.ts';
import { spawnDemo } from './spawnDemo.ts';

test('a server that is gone: each page says so, in either language, and tries again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'importera-demo-'));
  await cp(inject('firstStart'), folder, { recursive: true });
  let server = await spawnDemo({ DATA_DIR: folder });
  const port = new URL(server.url).port;
  try {
    await using demo = await openDemo({ url: server.url, place: 'Contacts' });
    const { page } = demo;
    await page.getByRole('cell').first().waitFor();
    await server.stop();

    // The import is a part of the program that nobody fetched yet.
    const menu = page.getByRole('navigation', { name: 'Main menu' });
    await menu.getByRole('link', { name: 'Import data' }).click();
    const main = page.getByRole('main');
    await main.getByRole('heading', { name: 'This page can not be shown' }).waitFor();
    const alert = main.getByRole('alert');
    await alert.getByText('The server does not answer.').waitFor();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await alert.getByText('The server does not answer.').waitFor();
    await page.getByRole('button', { name: 'Svenska' }).click();
    await main.getByRole('heading', { name: 'Sidan kan inte visas' }).waitFor();
    await alert.getByText('Servern svarar inte.').waitFor();
    await page.getByRole('button', { name: 'English' }).click();

    server = await spawnDemo({ DATA_DIR: folder, PORT: port });
    await alert.getByRole('button', { name: 'Try again' }).click();
    const open = page.getByRole('button', { name: 'Open nordisk-export.csv' });
    await open.waitFor();

    await server.stop();
    await open.click();
    const samples = page.getByRole('region', { name: 'Sample files to try' });
    await samples.getByRole('alert').getByText('The server does not answer.').waitFor();
    expect(await page.getByText('Failed to fetch').count()).toBe(0);
    server = await spawnDemo({ DATA_DIR: folder, PORT: port });
    await samples.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Match columns to fields' }).waitFor();
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
