import { afterAll, beforeAll, expect, test } from 'vitest';
import { CUSTOMERS, openApi, pglite, pgliteServerDatabase, type Api } from '../server.fixture.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi(await pgliteServerDatabase());
}, 120_000);
afterAll(async () => {
  await api.close();
  await (await pglite()).close();
});

test.each([
  ['pause', 'paused', 'resume'],
  ['cancel', 'cancelled', 'start'],
] as const)(
  'an import to %s comes to rest though the worker that had a batch has died',
  async (action, rested, again) => {
    // One that takes no batches: what is under way is a dead one's.
    const planner = api.worker({ parallel: 0 });
    await planner.start();
    const id = await api.start(
      CUSTOMERS.replaceAll('Acme', action).replaceAll('Beta', `${action} 2`),
    );
    const taken = async (): Promise<number> => {
      const { rows } = await api.database.client.query(
        'UPDATE importera.batches SET worker = $2 WHERE import_id = $1 RETURNING number',
        [id, crypto.randomUUID()],
      );
      return rows.length;
    };
    await expect.poll(taken, { timeout: 60_000 }).toBe(1);
    await api.json('POST', `/${id}/${action}`, {});
    await planner.stop();
    // The queue gives a dead worker's job to another.
    const next = api.worker();
    await next.start();
    await api.until(id, rested);
    await api.json('POST', `/${id}/${again}`, {});
    expect((await api.until(id, 'completed')).report).toMatchObject({ created: { contact: 3 } });
    await next.stop();
  },
  120_000,
);
