import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  type Api,
} from '../server.fixture.ts';
import type { ImportSummary } from '../store/ServerImport.ts';
import { eventQueue } from './eventQueue.ts';

describe('streams of events', { timeout: 120_000 }, () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase());
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  test('end when the server stops, so that its host can', async () => {
    const id = await api.upload(CUSTOMERS);
    await api.json('PATCH', `/${id}`, { recipe });
    await api.json('POST', `/${id}/start`, {});
    const streams = [await api.call('GET', '/events'), await api.call('GET', `/${id}/events`)];
    const texts = streams.map((stream) => stream.text());
    await new Promise((resolve) => setTimeout(resolve, 300));
    await api.server.stop();
    for (const text of await Promise.all(texts)) expect(text).toContain(id);
  });

  test('hold the last word about each import for somebody who does not read', async () => {
    const summary = await api.json<ImportSummary>('GET', `/${await api.upload(CUSTOMERS)}`);
    const stream = { aborted: false, onAbort: () => undefined };
    const queue = eventQueue(stream, new AbortController().signal);
    const told = (id: string, rows: number) =>
      ({ kind: 'import', import: { ...summary, id, rows } }) as const;
    for (let rows = 0; rows < 1_000; rows += 1)
      queue.push([told('a', rows), { kind: 'quiet' }, told('b', rows)]);
    queue.push([{ kind: 'removed', id: 'a' }]);
    expect(await queue.next()).toEqual([
      { kind: 'quiet' },
      told('b', 999),
      { kind: 'removed', id: 'a' },
    ]);
  });
});
