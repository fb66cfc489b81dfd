import '../styles.css';
import { createImporter, memoryAdapter, memoryStore } from '@importera/engine';
import type { Step } from '@importera/engine';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { atStep } from '../stories/atStep.ts';
import { crm } from '../stories/crm.ts';
import { customersFile } from '../stories/customers.ts';
import { practice, practiceCsv } from '../stories/practice.ts';
import { en } from '../locales/en.ts';
import { sv } from '../locales/sv.ts';
import { ImportWizard } from './ImportWizard.tsx';

test('a new step takes the focus to its heading', async () => {
  const screen = await render(<ImportWizard importer={await atStep('match')} />);
  await screen.getByRole('button', { name: 'Do not import the rest' }).click();
  await screen.getByRole('button', { name: /Continue to/ }).click();
  await expect.element(screen.getByRole('heading', { level: 2 })).toHaveFocus();
});

test('a new step is shown from its heading on, in the page and in a host that scrolls itself', async () => {
  for (const around of [{}, { blockSize: '30rem', overflow: 'auto', marginBlockStart: '4rem' }]) {
    const screen = await render(
      <div style={around}>
        <div style={{ blockSize: '20rem' }} />
        <ImportWizard importer={await atStep('match')} />
        <div style={{ blockSize: '60rem' }} />
      </div>,
    );
    await screen.getByRole('button', { name: 'Do not import the rest' }).click();
    // Where it leads is known a moment later, and it is called by that.
    const next = screen.getByRole('button', { name: 'Continue to values' });
    await expect.element(next).toBeInTheDocument();
    screen.getByRole('group').last().element().scrollIntoView();
    await expect.element(screen.getByRole('heading', { level: 2 })).not.toBeInViewport();
    await userEvent.click(next.element());
    const heading = screen.getByRole('heading', { level: 2 });
    await expect.element(heading).toHaveFocus();
    await expect.element(heading).toBeInViewport({ ratio: 1 });
    await screen.unmount();
  }
});

test('the grid is one stop of the Tab key, and its cells are reached by arrows', async () => {
  const screen = await render(<ImportWizard importer={await atStep('review')} />);
  const grid = screen.getByRole('grid');
  await expect.element(grid).toHaveAttribute('aria-rowcount', '19');
  grid.element().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}');
  const active = grid.element().getAttribute('aria-activedescendant') ?? '';
  const cell = document.getElementById(active);
  expect(cell?.textContent).toContain('Fjord Data');
  expect(cell?.getAttribute('aria-colindex')).toBe('3');
  expect(cell?.parentElement?.getAttribute('aria-rowindex')).toBe('4');
  await userEvent.keyboard('{Tab}');
  expect(grid.element().contains(document.activeElement)).toBe(false);
});

test('steps that are done are the way back; those ahead are closed', async () => {
  const onStepChange = vi.fn<(step: Step, details: { readonly reason: string }) => void>();
  const importer = await atStep('settings');
  const screen = await render(<ImportWizard importer={importer} onStepChange={onStepChange} />);
  await expect.element(screen.getByRole('button', { name: 'Result' })).toBeDisabled();
  await screen.getByRole('button', { name: /^Match/ }).click();
  expect(onStepChange).toHaveBeenLastCalledWith('match', { reason: 'step-entered' });
  await expect.element(screen.getByText('All columns are dealt with.')).toBeVisible();
});

test('a draft is picked up at its step with everything decided', async () => {
  const store = memoryStore();
  const first = await atStep('match', { store, importId: 'draft-1' });
  first.dispatch({ type: 'open-columns-ignored' });
  await first.actions.goTo('settings');
  await vi.waitFor(async () => expect((await store.load('draft-1'))?.step).toBe('settings'));
  first.dispose();
  const screen = await render(
    <ImportWizard schema={crm} adapter={memoryAdapter(crm)} store={store} draft="draft-1" />,
  );
  await expect.element(screen.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('a host may veto: the wizard stays where it is', async () => {
  const importer = createImporter({
    schema: crm,
    adapter: memoryAdapter(crm),
    stateReducer: (state, next, event) => (event.type === 'step-entered' ? state : next),
  });
  await importer.actions.openFile(customersFile(), 'customers.csv');
  const screen = await render(<ImportWizard importer={importer} />);
  await screen.getByRole('button', { name: 'Do not import the rest' }).click();
  await screen.getByRole('button', { name: /Continue to/ }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Match columns to fields' }))
    .toBeVisible();
});

test('styles touch nothing outside, and a plain rule of the host wins', async () => {
  const rule = document.createElement('style');
  rule.textContent = '.importera-button { border-radius: 1px }';
  document.head.append(rule);
  const screen = await render(
    <main>
      <h2 data-testid="outside">Outside</h2>
      <ImportWizard importer={await atStep('file')} />
    </main>,
  );
  const outside = getComputedStyle(screen.getByTestId('outside').element());
  expect(outside.marginBlockStart).not.toBe('0px');
  const button = screen.getByRole('button', { name: 'Choose a file', exact: true }).element();
  expect(getComputedStyle(button).borderTopLeftRadius).toBe('1px');
  rule.remove();
});

test('nothing is wider than a phone of 360 pixels', async () => {
  for (const step of [
    'file',
    'table',
    'match',
    'values',
    'settings',
    'review',
    'result',
  ] as const) {
    const importer = await atStep(step);
    const screen = await render(
      <div data-testid="phone" style={{ inlineSize: 360 }}>
        <ImportWizard importer={importer} />
      </div>,
    );
    await expect.element(screen.getByRole('heading', { level: 2 })).toBeVisible();
    expect(screen.getByTestId('phone').element().scrollWidth, step).toBeLessThanOrEqual(360);
    await screen.unmount();
  }
});

test('the steps overlap neither each other nor what stands beside them, however many and long', async () => {
  await page.viewport(1280, 900);
  const importer = createImporter({ schema: practice, adapter: memoryAdapter(practice) });
  importer.dispatch({ type: 'setting-changed', key: 'office', value: 'north' });
  await importer.actions.openFile(practiceCsv, 'clients.csv');
  await importer.actions.goTo('match');
  for (const locale of [en, sv]) {
    for (const inlineSize of [1240, 1100, 976, 912, 860, 810, 700, 390]) {
      const screen = await render(
        <div style={{ inlineSize }}>
          <ImportWizard importer={importer} locale={locale} title="Import accounts and contacts" />
        </div>,
      );
      const parts = screen.container.querySelectorAll(
        '.importera-title, .importera-steps-position > *, .importera-steps-number, .importera-steps-label, .importera-context',
      );
      const boxes = [...parts]
        .map((part) => ({ text: part.textContent, box: part.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1);
      expect(overlaps(boxes), `${locale.code} ${inlineSize}`).toEqual([]);
      const current = boxes.filter(
        ({ text }) => text === (locale === en ? 'Match accounts' : 'Matcha accounts'),
      );
      expect(current, `${locale.code} ${inlineSize}`).toHaveLength(1);
      await screen.unmount();
    }
  }
});

interface Boxed {
  readonly text: string | null;
  readonly box: DOMRect;
}

/** Texts that stand in each other's place. */
function overlaps(all: readonly Boxed[]): readonly string[] {
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter(({ box }) => isOver(one.box, box))
      .map(({ text }) => `${one.text} / ${text}`),
  );
}

function isOver(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

test('what the dates of a column leave open is asked before anything goes on', async () => {
  const file = 'Company name;Kund sedan\nNorrsken;03/04/2024\nKanel;05/06/2024';
  const screen = await render(<ImportWizard importer={await atStep('match', { file })} />);
  await expect.element(screen.getByText('1 column is not dealt with yet').first()).toBeVisible();
  expect(screen.getByText('All columns are dealt with.').elements()).toEqual([]);
  await expect.element(screen.getByRole('button', { name: '1 Open' })).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Settings' })).toBeDisabled();

  const next = screen.getByRole('button', { name: /Continue to/ });
  // A closed way is walked by the keyboard here: the mouse of a test waits until it opens.
  next.element().focus();
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toContain('The dates can be read in two ways.');
  await screen.getByRole('radio', { name: 'Month first' }).click();
  await expect.element(screen.getByText('All columns are dealt with.')).toBeVisible();
  await next.click();
  await expect.element(screen.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('a required field without a column: the advice is one that can be followed at that step', async () => {
  const file = 'Orgnr;Ort\n556000-0001;Lund\n556012-3456;Lund';
  const importer = await atStep('review', { file });
  const screen = await render(<ImportWizard importer={importer} />);
  const advice = (): readonly Element[] =>
    screen.getByText(/Match a column to Company name/).elements();
  await expect.poll(advice).not.toEqual([]);
  await importer.actions.start();
  const late = screen.getByText(
    /Open the error file as a new import, with a column for Company name/,
  );
  await expect.poll(() => late.elements()).not.toEqual([]);
  expect(advice()).toEqual([]);
});
