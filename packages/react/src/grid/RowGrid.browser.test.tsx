import '../styles.css';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { atStep } from '../stories/atStep.ts';
import { ImportWizard } from '../wizard/ImportWizard.tsx';

/** Room for the head, three rows and a part of the fourth. */
const CLIPPED_HEIGHT = 52 + 3 * 44 + 20;

test('a click on a row that is in part in view scrolls nothing; a double click edits that row', async () => {
  const { grid, label, click } = await gridWithClippedRow();
  click(1);
  await expect.poll(() => grid.querySelector('[aria-rowindex="5"] [data-active]')).not.toBeNull();
  // What scrolls for a change does so in the next frame.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect(grid.scrollTop).toBe(0);
  click(2);
  await expect.element(page.getByRole('textbox', { name: label })).toHaveFocus();
});

test('a double click edits the row of its first click, though the rows move before the second', async () => {
  const { grid, label, click } = await gridWithClippedRow();
  click(1);
  grid.scrollBy({ top: 88, behavior: 'instant' });
  await expect.poll(() => grid.scrollTop).toBe(88);
  click(2);
  await expect.element(page.getByRole('textbox', { name: label })).toHaveFocus();
});

test('a written row is not edited: it says why, and red rows still are', async () => {
  await page.viewport(1280, 900);
  const importer = await atStep('result');
  const screen = await render(<ImportWizard importer={importer} />);
  const grid = screen.getByRole('grid');
  const change = screen.getByRole('button', { name: 'Change', exact: true });
  await userEvent.dblClick(grid.getByText('Norrsken Bygg AB').first());
  await userEvent.keyboard('{F2}x');
  await expect.element(screen.getByText(/^This row is written/)).toBeVisible();
  expect(grid.getByRole('textbox').query()).toBeNull();
  expect(change.query()).toBeNull();
  await screen.getByRole('button', { name: /7 not taken/ }).click();
  await expect.element(grid).toHaveAttribute('aria-rowcount', '8');
  await userEvent.dblClick(grid.getByText('556555-2'));
  await expect.element(grid.getByRole('textbox')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(change).toBeVisible();
});

const WIDE_FILE = `Företag;Orgnr;Bransch;Ort;Omsättning;E-post;Webbplats
Norrsken Bygg AB;556677-8899;Industry;Skellefteå;12 400 000;anna-karin.margareta.von-essen@norrsken-i-norr.example;x
Kafé Kanel;556012-3456;Services;Lund;1 250 000;anna-karin.margareta.von-essen.kanel.i.lund.example;y`;

test('on a phone a cell that is edited is in sight whole, beside the first column', async () => {
  await page.viewport(390, 844);
  const screen = await render(
    <ImportWizard importer={await atStep('review', { file: WIDE_FILE })} />,
  );
  const grid = screen.getByRole('grid');
  await expect.element(grid).toHaveAttribute('aria-rowcount', '3');
  const status = grid.element().querySelector('[aria-rowindex="2"] [role="rowheader"]');
  expect(status?.getBoundingClientRect().width).toBeLessThan(100);
  // Its words are still there for those who hear them.
  expect(status?.textContent).toBe('2New');
  (grid.element() as HTMLElement).focus();
  const columns = Number(grid.element().getAttribute('aria-colcount')) - 1;
  expect(columns).toBeGreaterThan(5);
  for (let column = 0; column < columns; column += 1) {
    await userEvent.keyboard('{ArrowRight}');
    if (column === 0) continue;
    await userEvent.keyboard('{F2}');
    await expect.poll(() => document.activeElement?.className).toBe('importera-grid-editor');
    const cell = document.activeElement?.closest('[role="gridcell"]');
    await expect.poll(() => cell && hiddenPixels(grid.element(), cell)).toBe(0);
    await userEvent.keyboard('{Escape}');
  }
});

test('the rows of an issue come with the column it is about in view', async () => {
  await page.viewport(390, 844);
  const screen = await render(
    <ImportWizard importer={await atStep('review', { file: WIDE_FILE })} />,
  );
  const grid = screen.getByRole('grid');
  await expect.element(grid).toHaveAttribute('aria-rowcount', '3');
  expect(grid.element().scrollLeft).toBe(0);
  const issue = screen.getByRole('listitem').filter({ hasText: 'is not an e-mail address' });
  await issue.getByRole('button', { name: /^Show rows/ }).click();
  await expect.element(grid).toHaveAttribute('aria-rowcount', '2');
  await expect
    .poll(() => {
      const wrong = grid.element().querySelector('[role="gridcell"][aria-invalid]');
      return wrong && hiddenPixels(grid.element(), wrong);
    })
    .toBe(0);
});

test('an issue of a long value breaks inside its panel', async () => {
  await page.viewport(390, 844);
  const file = `Företag;E-post\nKafé Kanel;${'annakarinmargareta'.repeat(6)}`;
  const screen = await render(<ImportWizard importer={await atStep('review', { file })} />);
  const said = screen.getByRole('tabpanel').getByText(/is not an e-mail address/);
  await expect.element(said).toBeVisible();
  const panel = screen.getByRole('tabpanel').element();
  expect(panel.scrollWidth).toBe(panel.clientWidth);
});

test('of what is said of a row the error is first and red, a warning after it and not', async () => {
  await page.viewport(1280, 900);
  const file = 'Företag;Omsättning;E-post\nFjord Data;1.250;ingrid@@';
  const screen = await render(<ImportWizard importer={await atStep('review', { file })} />);
  const summary = screen.getByRole('grid').getByText(/^“ingrid@@” is not an e-mail address/);
  await expect.element(summary.first()).toBeVisible();
  const said = [...screen.container.querySelectorAll('.importera-grid-summary-text > *')];
  expect(said.map((part) => part.getAttribute('data-severity'))).toEqual(['error', 'warning']);
  const [error, warning] = said.map((part) => getComputedStyle(part).color);
  const red = getComputedStyle(screen.container.querySelector('.importera-grid-summary-text')!);
  expect(error).toBe(red.color);
  expect(warning).not.toBe(error);
});

test('a key beside a long heading keeps its shape', async () => {
  await page.viewport(1280, 900);
  const screen = await render(<ImportWizard importer={await atStep('review')} />);
  await expect.element(screen.getByRole('grid')).toBeVisible();
  const head = screen.container.querySelector<HTMLElement>(
    '[role="columnheader"]:has([data-icon="key"])',
  );
  head!.style.inlineSize = '72px';
  const label = head?.querySelector('.importera-grid-label')?.getBoundingClientRect();
  const key = head?.querySelector('[data-icon="key"]')?.getBoundingClientRect();
  expect(key?.width).toBe(16);
  expect(key?.right).toBeLessThanOrEqual((label?.right ?? 0) + 0.5);
});

/** How much of a cell is behind the first column or past the end of the grid. */
function hiddenPixels(grid: Element, cell: Element): number {
  const { left, right } = cell.getBoundingClientRect();
  const status = grid.querySelector('[role="rowheader"]')?.getBoundingClientRect();
  const before = (status?.right ?? 0) - left;
  const after = right - grid.getBoundingClientRect().right;
  return Math.max(0, Math.round(before), Math.round(after));
}

async function gridWithClippedRow(): Promise<{
  readonly grid: HTMLElement;
  /** Of the editor in the clipped row. */
  readonly label: string;
  /** A click at one and the same point, which is in the clipped row at first: the first or second of two. */
  readonly click: (detail: 1 | 2) => void;
}> {
  await page.viewport(1280, 900);
  const importer = await atStep('result');
  const screen = await render(<ImportWizard importer={importer} />);
  await expect.element(screen.getByRole('button', { name: /7 not taken/ })).toBeVisible();
  // Only rows that were not taken are edited in the result.
  await screen.getByRole('button', { name: /7 not taken/ }).click();
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '8');
  const grid = screen.getByRole('grid').element() as HTMLElement;
  grid.style.maxBlockSize = `${CLIPPED_HEIGHT}px`;
  grid.scrollIntoView({ block: 'center' });
  const header = grid.querySelector('[role="columnheader"][aria-colindex="3"]');
  const name = header?.querySelector('.importera-grid-label')?.textContent ?? '';
  const { rows } = await importer.rows({ outcomes: ['rejected'], offset: 3, limit: 1 });
  const { left, top } = grid.getBoundingClientRect();
  const clientX = (header?.getBoundingClientRect().left ?? left) + 20;
  const clientY = top + CLIPPED_HEIGHT - 20;
  const click = (detail: 1 | 2): void => {
    const target = document.elementFromPoint(clientX, clientY);
    const types = detail === 1 ? ['click'] : ['click', 'dblclick'];
    for (const type of types) {
      target?.dispatchEvent(new MouseEvent(type, { bubbles: true, detail, clientX, clientY }));
    }
  };
  return { grid, label: `${name}, row ${rows[0]?.row}`, click };
}
