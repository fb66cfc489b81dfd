import type { PersistenceAdapter, PlanSummary } from '@importera/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  type Api,
} from '../server.fixture.ts';

let api: Api;
let asked = 0;
let go = (): void => {};
beforeAll(async () => {
  const late = new Promise<void>((resolve) => (go = resolve));
  api = await openApi(await pgliteServerDatabase(), {
    adapter: (): PersistenceAdapter => ({
      ...api.adapter,
      async lookup(request, context) {
        asked += 1;
        if (asked === 1) await late;
        return await api.adapter.lookup(request, context);
      },
    }),
  });
}, 120_000);
afterAll(async () => {
  await api.close();
  await (await pglite()).close();
});

test('who asks for a plan that is being made gets it, though who asked first hangs up', async () => {
  const id = await api.upload(CUSTOMERS);
  const first = new AbortController();
  const hungUp = api.server.fetch(
    new Request(`http://localhost/api/imports/${id}/plan`, {
      method: 'POST',
      headers: { 'x-user': `${api.tenant}/ann`, 'content-type': 'application/json' },
      body: JSON.stringify({ recipe }),
      signal: first.signal,
    }),
  );
  await expect.poll(() => asked).toBe(1);
  const second = api.json<{ summary: PlanSummary }>('POST', `/${id}/plan`, { recipe });
  // Meanwhile the second one comes to wait for the plan of the first.
  for (let n = 0; n < 20; n += 1) await api.json('GET', `/${id}`);
  first.abort();
  go();
  expect((await hungUp).status).toBe(400);
  expect((await second).summary.rows).toBe(4);
}, 60_000);
