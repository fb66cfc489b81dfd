import type { RowPage, RowQuery } from '@importera/engine';
import { expect, test } from 'vitest';
import { manyRows } from '../stories/manyRows.ts';
import { createRowPages } from './rowPages.ts';

const { row } = manyRows();

/** Answers like a session over `total` rows, noting what was asked for. */
function source(total: number) {
  const asked: RowQuery[] = [];
  const load = async (query: RowQuery): Promise<RowPage> => {
    asked.push(query);
    const count = Math.max(0, Math.min(query.limit, total - query.offset));
    return { total, rows: Array.from({ length: count }, (_, index) => row(query.offset + index)) };
  };
  return { asked, load };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test('asks for the pages in view once, with the filter', async () => {
  const { asked, load } = source(1000);
  const pages = createRowPages(load, { statuses: ['reject'] });
  pages.want(90, 130);
  pages.want(95, 140);
  await settled();
  pages.want(100, 150);
  await settled();
  expect(asked).toEqual([
    { statuses: ['reject'], offset: 0, limit: 100 },
    { statuses: ['reject'], offset: 100, limit: 100 },
  ]);
  expect(pages.store.getState().total).toBe(1000);
  expect(pages.rowAt(130)?.row).toBe(132);
  expect(pages.rowAt(400)).toBeNull();
});

test('shows the old rows until the new ones come after a refresh', async () => {
  const { asked, load } = source(50);
  const pages = createRowPages(load, {});
  pages.want(0, 20);
  await settled();
  pages.refresh();
  expect(pages.rowAt(3)?.row).toBe(5);
  await settled();
  expect(asked).toHaveLength(2);
});

test('a late answer of an earlier plan changes nothing', async () => {
  const answers: ((page: RowPage) => void)[] = [];
  const pages = createRowPages(() => new Promise((resolve) => answers.push(resolve)), {});
  pages.want(0, 10);
  pages.refresh();
  answers[1]?.({ total: 1, rows: [row(0)] });
  await settled();
  answers[0]?.({ total: 99, rows: [] });
  await settled();
  expect(pages.store.getState().total).toBe(1);
});

test('keeps a bounded number of pages, those near the view', async () => {
  const { load } = source(100_000);
  const pages = createRowPages(load, {});
  for (let first = 0; first < 10_000; first += 100) {
    pages.want(first, first + 40);
    await settled();
  }
  expect(pages.store.getState().pages.size).toBeLessThanOrEqual(40);
  expect(pages.rowAt(9_930)).not.toBeNull();
});

test('says that loading failed, and recovers', async () => {
  let fails = true;
  const good = source(5);
  const pages = createRowPages(
    (query) => (fails ? Promise.reject(new Error('gone')) : good.load(query)),
    {},
  );
  pages.want(0, 10);
  await settled();
  expect(pages.store.getState().failed).toBe(true);
  fails = false;
  pages.refresh();
  await settled();
  expect(pages.store.getState()).toMatchObject({ failed: false, total: 5 });
});
