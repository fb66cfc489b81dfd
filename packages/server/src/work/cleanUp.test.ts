import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseFiles } from '../files/databaseFiles.ts';
import {
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  tus,
  type Api,
} from '../server.fixture.ts';
import { cleanUp, RETENTION } from './cleanUp.ts';

describe('clean-up', { timeout: 120_000 }, () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase());
    await api.server.start();
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  const clean = (): Promise<void> =>
    cleanUp({ database: api.database, files: databaseFiles(api.database.client) }, RETENTION);
  const age = (table: string, column: string, id: string, days: number) =>
    api.database.client.query(
      `UPDATE importera.${table} SET ${column} = now() - $2::integer * interval '1 day' WHERE id::text = $1`,
      [id, days],
    );
  const filesOf = (id: string) => databaseFiles(api.database.client).filesOf(api.tenant, id);

  test('throws away uploads nobody finished, drafts nobody came back to, files of nobody, old mails; and nothing else', async () => {
    const half = (await api.json<{ readonly id: string }>('POST', '', { schema: 'crm' })).id;
    await api.call('POST', `/${half}/uploads`, undefined, tus('a.csv', 10));
    const [unfinished] = await filesOf(half);
    const fresh = await api.upload(CUSTOMERS);
    const old = await api.upload(CUSTOMERS);
    const orphan = await api.upload(CUSTOMERS);
    await age('files', 'created_at', unfinished?.id ?? '', 2);
    await age('imports', 'updated_at', old, 100);
    const [lost] = await filesOf(orphan);
    await age('files', 'created_at', lost?.id ?? '', 1);
    await api.database.client.query('DELETE FROM importera.imports WHERE id::text = $1', [orphan]);
    for (const [id, days] of [
      ['old', 40],
      ['new', 3],
    ] as const) {
      await api.database.client.query(
        `INSERT INTO importera.outbox (tenant, id, import_id, message, created_at)
         VALUES ($1, $2, $3::uuid, '{}', now() - $4::integer * interval '1 day')`,
        [api.tenant, id, fresh, days],
      );
    }
    await clean();
    await clean();
    expect(await filesOf(half)).toEqual([]);
    expect((await api.call('GET', `/${half}`)).status).toBe(200);
    expect((await api.call('GET', `/${old}`)).status).toBe(404);
    expect([await filesOf(old), await filesOf(orphan)]).toEqual([[], []]);
    expect(await (await api.call('GET', `/${fresh}/file`)).text()).toBe(CUSTOMERS);
    const mails = await api.database.client.query(
      'SELECT id FROM importera.outbox WHERE tenant = $1',
      [api.tenant],
    );
    expect(mails.rows).toEqual([{ id: 'new' }]);
  });

  test('is done by a schedule of the workers', async () => {
    await api.worker().start();
    const { rows } = await api.database.client.query(
      `SELECT cron FROM importera_queue.schedule WHERE name = 'importera-cleaning'`,
    );
    expect(rows).toHaveLength(1);
  });
});
