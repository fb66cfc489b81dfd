import { PGlite } from '@electric-sql/pglite';
import { pgliteDatabase } from '@importera/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INVOICES, openBench, type SyncBench } from './syncBench.fixture.ts';

let db: PGlite;
let bench: SyncBench;
beforeAll(async () => {
  db = await PGlite.create();
  bench = openBench(pgliteDatabase(db));
  await bench.save(INVOICES);
}, 120_000);
afterAll(async () => {
  await bench.close();
  await db.close();
});

test.each([
  ['POST', '/preview', 'text/plain'],
  ['POST', '/runs', 'text/plain'],
  ['POST', '/runs', 'application/x-www-form-urlencoded'],
  ['POST', '/runs', null],
])(
  '%s %s sent as %s, as a form of a foreign page may, does nothing',
  async (method, path, type) => {
    const before = await bench.state();
    const response = await bench.server.fetch(
      new Request(`http://localhost/api/sales-sync${path}`, {
        method,
        headers: { 'x-person': 'administrator', ...(type !== null && { 'content-type': type }) },
      }),
    );
    expect([response.status, await response.json()]).toMatchObject([
      415,
      { code: 'json-expected' },
    ]);
    expect((await bench.state()).runs).toEqual(before.runs);
  },
);
