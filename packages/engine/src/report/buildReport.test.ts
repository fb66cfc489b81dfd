import { expect, test } from 'vitest';
import { commit, plan, scene } from '../commit/commitPlan.fixture.ts';
import type { CommitResult } from '../commit/CommitRun.ts';
import { buildReport } from './buildReport.ts';

const specs = ['company.name!', 'company.city', 'contact.email!', 'contact.name'];
const stored = {
  company: [
    { id: 'A', values: { name: 'Acme', city: 'Lund' } },
    { id: 'B', values: { name: 'Beta', city: 'Umeå' } },
  ],
};

async function run(rows: readonly (readonly (string | null)[])[]): Promise<CommitResult> {
  const base = scene(specs, rows, stored);
  return (await commit(base, await plan(base))).result;
}

test('counts are records, not rows: made and then changed counts as made, once', async () => {
  const result = await run([
    ['New', 'Lund', 'a@x.se', 'A'],
    ['New', 'Malmö', 'b@x.se', 'B'],
    ['Acme', 'Ystad', null, null],
    ['Acme', 'Kiruna', null, null],
    ['Beta', 'Umeå', null, null],
    ['New', null, 'a@x.se', 'Anna'],
    [null, null, null, 'Nobody'],
    [null, null, null, null],
  ]);
  expect(buildReport([result])).toMatchObject({
    importId: 'import-1',
    status: 'completed',
    rows: 8,
    created: { company: 1, contact: 2 },
    updated: { company: 1, contact: 0 },
    unchanged: { company: 1, contact: 0 },
    skipped: 1,
    rejected: 1,
    ids: { company: ['company-1', 'A'], contact: ['contact-1', 'contact-2'] },
  });
});

test('several runs: of a row the last outcome counts, of a record what any run did', async () => {
  const base = scene(
    specs,
    [
      ['New', null, 'a@x.se', null],
      ['New', null, null, 'B'],
      ['Acme', 'Ystad', null, null],
    ],
    stored,
  );
  const first = await commit(base, await plan(base));
  const done = new Map(first.rows.map((row) => [row.row, row]));
  const corrected = {
    ...base,
    rows: [
      ['New', null, 'a@x.se', null],
      ['New', 'Lund', 'b@x.se', 'B'],
      ['Acme', 'Ystad', null, null],
    ],
  };
  const second = await commit(corrected, await plan(corrected), {
    run: 2,
    done: (row) => done.get(row),
  });
  expect(buildReport([first.result])).toMatchObject({
    rejected: 1,
    created: { company: 1, contact: 1 },
  });
  const whole = buildReport([first.result, second.result]);
  expect(whole).toMatchObject({
    rows: 3,
    rejected: 0,
    created: { company: 1, contact: 2 },
    updated: { company: 1, contact: 0 },
    startedAt: first.result.startedAt,
    finishedAt: second.result.finishedAt,
  });
  expect(whole.ids).toEqual({ company: ['company-1', 'A'], contact: ['contact-1', 'contact-2'] });
});

test('entities with nothing to tell are named with 0', async () => {
  expect(buildReport([await run([['Acme', 'Lund', null, null]])])).toMatchObject({
    created: { company: 0, contact: 0 },
    unchanged: { company: 1, contact: 0 },
  });
});
