import '../styles.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { sv } from '../locales/sv.ts';
import { atStep } from '../stories/atStep.ts';
import { ImportWizard } from '../wizard/ImportWizard.tsx';

test('the records of each kind are counted before anything is written', async () => {
  const screen = await render(<ImportWizard importer={await atStep('review')} />);
  await expect.element(screen.getByText(/Companies: 9 new, 2 changed/)).toBeVisible();
  await expect.element(screen.getByText(/Contacts: 9 new, 1 changed, 1 unchanged/)).toBeVisible();
});

test('a file of what is stored already leads to another file', async () => {
  const file = 'Företag;Orgnr;Ort\nNorrsken Bygg AB;556677-8899;Umeå\nKafé Kanel;556012-3456;Lund';
  const screen = await render(<ImportWizard importer={await atStep('review', { file })} />);
  await expect.element(screen.getByText('Everything here is already stored.')).toBeVisible();
  await screen.getByRole('button', { name: 'Import another file' }).click();
  await expect.element(screen.getByRole('heading', { name: 'Choose a file' })).toBeVisible();
});

test('leaving rows out keeps the focus in the list, and the new counts are said', async () => {
  const screen = await render(<ImportWizard importer={await atStep('review')} />);
  const before = screen.container.querySelectorAll('.importera-issue').length;
  await screen.getByRole('button', { name: 'Leave these rows out' }).first().click();
  await expect.element(screen.getByText(/^Now .*left out\.$/)).toBeInTheDocument();
  expect(screen.container.querySelectorAll('.importera-issue').length).toBeLessThan(before);
  await expect.element(screen.getByRole('tabpanel')).toHaveFocus();
});

test('deciding about the rest of the columns keeps the focus where the answer comes', async () => {
  const screen = await render(<ImportWizard importer={await atStep('match')} />);
  await screen.getByRole('button', { name: 'Do not import the rest' }).click();
  await expect.element(screen.getByRole('status').first()).toBeVisible();
  expect(document.activeElement?.textContent).toContain('All columns are dealt with.');
});

test('every row that changes a record is among the changed, also one that makes another', async () => {
  const file = `Company name;Org. number;City;E-mail
Kafé Kanel;556012-3456;Malmö;new@kanel.example
Norrsken Bygg AB;556677-8899;Luleå;siv@norrsken.example
Ett AB;556000-0001;Lund;ett@example.com`;
  const screen = await render(<ImportWizard importer={await atStep('review', { file })} />);
  await screen.getByRole('button', { name: '2 changed' }).click();
  const grid = screen.getByRole('grid');
  await expect.element(grid).toHaveAttribute('aria-rowcount', '3');
  await expect.element(grid.getByText('Updates Company · Creates Contact · City')).toBeVisible();
  await expect.element(grid.getByText('Updates Company · Contact: as stored · City')).toBeVisible();
});

test('a row that fits several records names them, once', async () => {
  const file = 'Company name;Org. number\nFjord Data;559900-1122';
  const screen = await render(<ImportWizard importer={await atStep('review', { file })} />);
  const said =
    'Creates Company · 2 stored records match this row: Fjord Data (Oslo), Fjord Data (Bergen). ' +
    'Choose in the settings whether a new one is created or the row is skipped.';
  await expect.element(screen.getByRole('grid').getByText(said, { exact: true })).toBeVisible();
  const inspector = screen.container.querySelector('.importera-inspector-text');
  expect(inspector?.textContent).toBe(said);
});

test('numbers of records are written as the language does, and counts agree in Swedish', async () => {
  const file = 'Company name;Org. number;Revenue\nEtt AB;556000-0001;12345';
  const importer = await atStep('review', { file });
  const screen = await render(<ImportWizard importer={importer} locale={sv} />);
  await expect.element(screen.getByText('Companies: 1 skapas', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('12\u00a0345')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: '1 ny', exact: true })).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: '0 med fel', exact: true }))
    .toBeVisible();
});
