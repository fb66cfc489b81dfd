import { expect, inject, test } from 'vitest';
import { openPage } from './openPage.ts';

test('the demo opens', async () => {
  await using opened = await openPage(inject('demoUrl'));
  expect(await opened.page.getByRole('heading', { level: 1 }).textContent()).toContain('Importera');
});
