import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryAdapter } from '@importera/engine';
import { mailNotifier } from '../notify/mailNotifier.ts';
import {
  CUSTOMERS,
  crm,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
} from '../server.fixture.ts';
import type { ServerFailure } from './ServerFailure.ts';

/** Personal data that no log may hold. */
const MARKERS = [
  'Zebrafia',
  'zebrafia@secret.example',
  'Zebra Holding',
  'zebra-file',
  'Zebraville',
  'zebra-user',
  'zebra@report.example',
];
const FILE = [
  'Company name,City,E-mail,First name',
  'Zebra Holding,Zebraville,zebrafia@secret.example,Zebrafia',
  'Zebra Holding,Zebraville,zebrafia@@secret,Zebrafia',
  '',
].join('\n');

describe('logs', { timeout: 180_000 }, () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const logger = pino({}, stream);
  const failures: ServerFailure[] = [];
  const onError = (failure: ServerFailure): void => void failures.push(failure);
  afterAll(async () => (await pglite()).close());
  beforeAll(async () => void (await pglite()), 120_000);

  const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  function expectNothingPersonal(): void {
    const said = [
      ...lines,
      ...failures.map((one) =>
        [one.message, one.stack, JSON.stringify(one), ...one.kinds].join(' '),
      ),
    ];
    for (const marker of MARKERS) {
      expect(said.filter((line) => line.toLowerCase().includes(marker.toLowerCase()))).toEqual([]);
    }
  }

  test('say what is done, and nothing of whom or what', async () => {
    const database = await pgliteServerDatabase();
    const api = await openApi(database, { logger, onError });
    const notifiers = [mailNotifier({ from: 'crm@example.com', outbox: database.client })];
    await api.worker({ logger, onError, notifiers }).start();
    const user = { 'x-user': `${api.tenant}/zebra-user` };
    const id = await api.upload(FILE, 'zebra-file.csv');
    const named = { ...recipe, settings: { report: ['zebra@report.example'] } };
    await api.call('PATCH', `/${id}`, { recipe: named }, user);
    await api.call('POST', `/${id}/rows`, { search: 'Zebrafia' }, user);
    await api.call('GET', '?schema=zebra-file', undefined, user);
    await api.call('GET', '/Zebrafia/zebra-file', undefined, user);
    await api.call('POST', '', 'Zebrafia {', user);
    await api.call('POST', `/${id}/start`, {}, { 'x-request-id': 'request-12345' });
    await api.until(id, 'completed', 'failed');
    await api.call('GET', `/${id}/errors/csv`);
    await api.call('GET', '/openapi.json', undefined, { 'x-request-id': 'description-1' });
    await api.json('POST', `/${id}/undo`, {});
    await api.until(id, 'undone');
    await api.close();
    const started = parsed().find(({ requestId }) => requestId === 'request-12345');
    expect(started).toMatchObject({
      method: 'POST',
      route: '/api/imports/:id/start',
      status: 202,
      importId: id,
      ms: expect.any(Number),
    });
    const described = parsed().find(({ requestId }) => requestId === 'description-1');
    expect(described).toMatchObject({ route: '/api/imports/openapi.json' });
    expect(parsed()).toContainEqual(
      expect.objectContaining({ job: 'import', importId: id, msg: 'job done' }),
    );
    expect(lines.length).toBeGreaterThan(8);
    expectNothingPersonal();
  });

  test('say what kind of failure it was, not its words', async () => {
    const database = await pgliteServerDatabase();
    const refuse = (): never => {
      const cause = Object.assign(new Error('Key (email)=(zebrafia@secret.example) exists'), {
        code: '23505',
      });
      throw Object.assign(new Error(`Zebrafia\n    at Zebraville (zebra-file:1)`, { cause }), {
        name: 'DatabaseError',
      });
    };
    const adapter = { ...memoryAdapter(crm), lookup: refuse, write: refuse };
    const api = await openApi(database, { adapter, logger, onError });
    const id = await api.upload(CUSTOMERS);
    const before = failures.length;
    const response = await api.call('POST', `/${id}/plan`, { recipe });
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(failures.length).toBe(before + 1);
    expect(failures.at(-1)?.message).toContain('DatabaseError ← Error 23505');
    await api.close();
    expectNothingPersonal();
  });
});
