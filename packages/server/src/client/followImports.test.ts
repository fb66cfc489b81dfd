import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CUSTOMERS, openApi, pglite, pgliteServerDatabase, type Api } from '../server.fixture.ts';
import type { ImportSummary } from '../store/ServerImport.ts';
import { followImports, type FollowImportsOptions } from './followImports.ts';

const within = { timeout: 20_000 };

describe('following all imports (FX18)', { timeout: 120_000 }, () => {
  let api: Api;
  /** Imports that none but their owners may read. */
  const secret = new Set<string>();
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase(), {
      authorize: (_request, action, { person, import: found }) =>
        action !== 'read' || found?.user === person.user || !secret.has(found?.id ?? ''),
    });
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  function follow(user: string, options: Partial<FollowImportsOptions> = {}) {
    const stop = new AbortController();
    const seen: ImportSummary[] = [];
    const removed: string[] = [];
    const connection: boolean[] = [];
    const ended = followImports({
      url: 'http://localhost/api/imports',
      headers: () => ({ 'x-user': user }),
      fetch: (input, init) => api.server.fetch(new Request(input, init)),
      signal: stop.signal,
      onChange: (now) => void seen.push(now),
      onRemove: (id) => void removed.push(id),
      onConnection: (isUp) => void connection.push(isUp),
      ...options,
    });
    const statuses = (id: string) =>
      seen.filter((one) => one.id === id).map(({ status }) => status);
    return { seen, removed, connection, ended, stop: () => stop.abort(), statuses };
  }

  test('tells a person of every change, and another tenant of none', async () => {
    const mine = follow(`${api.tenant}/ann`);
    const colleague = follow(`${api.tenant}/bo`);
    const onlyOwn = follow(`${api.tenant}/bo`, { mine: true });
    const stranger = follow('another tenant/eve');
    await vi.waitFor(() => expect(stranger.connection).toEqual([true]), within);
    const id = await api.start(CUSTOMERS);
    // A worker at hand may take it before anybody looks.
    await vi.waitFor(() => expect(mine.statuses(id)).toContain('queued'), within);
    await api.worker().start();
    await api.until(id, 'completed');
    await vi.waitFor(() => {
      expect(mine.statuses(id).at(-1)).toBe('completed');
      expect(colleague.statuses(id).at(-1)).toBe('completed');
    }, within);
    expect(mine.seen.at(-1)?.report).toMatchObject({ rows: 4, rejected: 1 });
    expect(mine.statuses(id)).toContain('queued');
    expect([onlyOwn.seen, stranger.seen]).toEqual([[], []]);

    // Who comes later is told of what changed a moment ago.
    const later = follow(`${api.tenant}/ann`, { schema: 'crm' });
    const other = follow(`${api.tenant}/ann`, { schema: 'another' });
    await vi.waitFor(
      () => expect([later.connection, other.connection]).toEqual([[true], [true]]),
      within,
    );
    expect(later.statuses(id)).toEqual(['completed']);
    expect(other.seen).toEqual([]);

    await api.json('DELETE', `/${id}`);
    await vi.waitFor(() => expect(mine.removed).toEqual([id]), within);
    for (const one of [mine, colleague, onlyOwn, stranger, later, other]) {
      one.stop();
      await one.ended;
    }
  });

  test('tells nothing of an import that a person may not read, in lists neither', async () => {
    const id = await api.upload(CUSTOMERS);
    const other = await api.upload(CUSTOMERS);
    const mine = follow(`${api.tenant}/ann`);
    const colleague = follow(`${api.tenant}/bo`);
    await vi.waitFor(() => expect(colleague.statuses(id)).toEqual(['draft']), within);
    const list = async (user: string, query: string): Promise<readonly string[]> => {
      const headers = { 'x-user': `${api.tenant}/${user}` };
      const answer = await api.call('GET', query, undefined, headers);
      return ((await answer.json()) as { imports: ImportSummary[] }).imports.map((one) => one.id);
    };
    const all = await list('bo', '?status=draft');
    expect(all).toContain(id);
    // From now on it is nobody else's, and so is one that is made.
    secret.add(id);
    const removed = await api.json<ImportSummary>('POST', '', { schema: 'crm' });
    secret.add(removed.id);
    await api.json('PATCH', `/${id}`, { step: 'match' });
    await api.json('DELETE', `/${removed.id}`);
    await vi.waitFor(() => expect(mine.seen.at(-1)).toMatchObject({ id, step: 'match' }), within);
    await vi.waitFor(() => expect(colleague.removed).toEqual([id]), within);
    await api.json('PATCH', `/${other}`, { step: 'match' });
    await vi.waitFor(() => expect(colleague.seen.at(-1)).toMatchObject({ step: 'match' }), within);
    expect(colleague.statuses(id)).toEqual(['draft']);
    expect(colleague.statuses(removed.id)).toEqual([]);

    const left = all.filter((one) => one !== id);
    expect([...(await list('bo', '?status=draft'))].sort()).toEqual([...left].sort());
    const pages = await Promise.all(
      left.map((_, offset) => list('bo', `?status=draft&limit=1&offset=${offset}`)),
    );
    expect(pages.flat().sort()).toEqual([...left].sort());
    expect(await list('bo', `?status=draft&limit=1&offset=${left.length}`)).toEqual([]);
    for (const one of [mine, colleague]) {
      one.stop();
      await one.ended;
    }
  });

  test('lets go of a connection when who is told of changes fails', async () => {
    const id = await api.upload(CUSTOMERS);
    let opened = 0;
    let closed = 0;
    const one = follow(`${api.tenant}/ann`, {
      async fetch(input, init) {
        const { body, headers } = await api.server.fetch(new Request(input, init));
        const reader = body?.getReader();
        opened += 1;
        return new Response(
          new ReadableStream({
            async pull(controller) {
              const next = await reader?.read();
              if (next?.value === undefined) controller.close();
              else controller.enqueue(next.value);
            },
            async cancel() {
              closed += 1;
              await reader?.cancel();
            },
          }),
          { headers },
        );
      },
      onChange: (now) => {
        if (now.id === id) throw new Error('It can not be shown.');
      },
    });
    await vi.waitFor(() => expect(opened).toBe(2), within);
    one.stop();
    await one.ended;
    await vi.waitFor(() => expect(closed).toBe(opened), within);
  });

  test('goes on after the connection broke', async () => {
    const broken = new AbortController();
    let connections = 0;
    const one = follow(`${api.tenant}/ann`, {
      fetch: (input, init) => {
        connections += 1;
        if (connections > 1) return api.server.fetch(new Request(input, init));
        const signal = AbortSignal.any([broken.signal, ...(init?.signal ? [init.signal] : [])]);
        return api.server
          .fetch(new Request(input, { ...init, signal }))
          .then(
            ({ body, ...rest }) =>
              new Response(
                body?.pipeThrough(new TransformStream(), { signal: broken.signal }),
                rest,
              ),
          );
      },
    });
    await vi.waitFor(() => expect(one.connection).toEqual([true]), within);
    broken.abort(new TypeError('network error'));
    await vi.waitFor(() => expect(one.connection).toEqual([true, false, true]), within);
    const id = await api.upload(CUSTOMERS);
    await vi.waitFor(() => expect(one.statuses(id)).toContain('draft'), within);
    one.stop();
    await one.ended;
  });

  test('who may not listen is told so', async () => {
    await expect(follow('').ended).rejects.toMatchObject({ params: { status: 401 } });
    await expect(
      follow(`${api.tenant}/ann`, { url: 'http://localhost/nowhere' }).ended,
    ).rejects.toMatchObject({
      params: { status: 404 },
    });
  });
});
