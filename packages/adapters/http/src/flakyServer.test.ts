import {
  completeRecipe,
  createMapping,
  createSession,
  memoryAdapter,
  type MemoryAdapter,
} from '@importera/engine';
import { contractSchema } from '@importera/engine/testing';
import { afterEach, expect, test } from 'vitest';
import { httpAdapter } from './httpAdapter.ts';
import { serveAdapter } from './serveAdapter.ts';
import { mounted, startServer, type RunningServer } from './startServer.fixture.ts';

let server: RunningServer | undefined;
afterEach(() => server?.close());

const FAULTS = ['refused', 'lost after it was done', 'busy', 'broken off', 'none'] as const;

/** Does as the request asks: fails before it is served, or after it was. */
async function startFaulty(adapter: MemoryAdapter): Promise<string> {
  const deliver = mounted(serveAdapter(adapter, { authorize: () => true }));
  server = await startServer((request, response) => {
    const cut = (): void => void request.socket.destroy();
    const end = response.end.bind(response);
    switch (request.headers['x-fault']) {
      case 'refused':
        return cut();
      case 'busy':
        return void response.writeHead(503, { 'retry-after': '0' }).end('<html>Busy</html>');
      case 'lost after it was done':
        response.end = ((): void => cut()) as never;
        break;
      case 'broken off':
        response.end = ((text: string): void => {
          response.write(text.slice(0, 5));
          setTimeout(cut, 5);
        }) as never;
        break;
      default:
        response.end = end;
    }
    deliver(request, response);
  });
  return server.url;
}

/** Every call goes wrong the first time, in turn in each way, and a fifth of them not. */
function faultyFetch(): {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly seen: Map<unknown, number>;
} {
  const seen = new Map<unknown, number>();
  return {
    seen,
    fetch(url, init) {
      const before = seen.get(init.body) ?? 0;
      seen.set(init.body, before + 1);
      const fault = before === 0 ? (FAULTS[seen.size % FAULTS.length] ?? 'none') : 'none';
      return fetch(url, { ...init, headers: { ...init.headers, 'x-fault': fault } });
    },
  };
}

const csv = [
  'Name;Org. number;Person;E-mail',
  ...Array.from(
    { length: 200 },
    (_, n) => `Company ${n % 150};A${n % 150};Person ${n};p${n}@example.com`,
  ),
].join('\n');

test(
  'an import over a line that keeps failing writes every row once',
  { timeout: 60_000 },
  async () => {
    const stored = memoryAdapter(contractSchema);
    const { fetch, seen } = faultyFetch();
    const adapter = httpAdapter({ url: await startFaulty(stored), fetch });
    const session = createSession({ schema: contractSchema, adapter });
    await session.open(new Blob([csv]), 'people.csv', {});
    const table = await session.profile();
    const targets = ['company.name', 'company.orgNumber', 'contact.name', 'contact.email'];
    const { columns } = createMapping(table.columns, await session.suggest(), contractSchema);
    const mapped = columns.map((column, n) => {
      const [entity = '', field = ''] = targets[n]?.split('.') ?? [];
      return { ...column, target: { kind: 'field' as const, entity, field }, match: n === 1 };
    });
    await session.plan(completeRecipe(null, table, mapped, contractSchema));
    const report = await session.commit({ importId: 'import-1', batchRows: 25, parallel: 3 });

    expect(report).toMatchObject({ rejected: 0, created: { company: 150, contact: 200 } });
    expect(stored.records('company').length).toBe(150);
    expect(stored.records('contact').length).toBe(200);
    // Proof that the line did fail: most calls came twice.
    expect([...seen.values()].filter((times) => times === 2).length).toBeGreaterThan(seen.size / 2);
  },
);
