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

  test('end at once for who asks for the head alone', async () => {
    let asked = 0;
    const own = await openApi(await pgliteServerDatabase(), {
      authorize: (_request, action) => {
        if (action === 'read') asked += 1;
        return true;
      },
    });
    expect((await own.call('HEAD', '/events')).status).toBe(200);
    const hangUp = new AbortController();
    const followed = await own.server.fetch(
      new Request('http://localhost/api/imports/events', {
        headers: { 'x-user': `${own.tenant}/ann` },
        signal: hangUp.signal,
      }),
    );
    const reader = followed.body?.pipeThrough(new TextDecoderStream()).getReader();
    const until = async (word: string): Promise<void> => {
      for (let text = ''; !text.includes(word);) text += (await reader?.read())?.value ?? word;
    };
    await until('ready');
    await own.json('POST', '', { schema: 'crm', fileName: 'a.csv' });
    await until('a.csv');
    // One who follows, one question.
    expect(asked).toBe(1);
    await reader?.cancel();
    await own.close();
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
