import { memoryAdapter } from '@importera/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerDatabase } from '../database/ServerDatabase.ts';
import { crm, pglite, pgliteServerDatabase } from '../server.fixture.ts';
import { createImportServer, type ImportServerOptions } from './createImportServer.ts';

let database: ServerDatabase;
beforeAll(async () => void (database = await pgliteServerDatabase()), 120_000);
afterAll(async () => await (await pglite()).close());

const options = (): ImportServerOptions => ({
  schemas: [crm],
  adapter: memoryAdapter(crm),
  database,
  identify: () => ({ tenant: 'acme', user: 'ann' }),
  authorize: () => true,
});
/** As JavaScript gives them. */
const given = (change: object) => (): unknown =>
  createImportServer({ ...options(), ...change } as ImportServerOptions);

describe('the options of a server', { timeout: 120_000 }, () => {
  for (const name of ['schemas', 'adapter', 'database', 'identify', 'authorize'] as const) {
    test(`${name} must be given, and a word says what to give`, () => {
      expect(given({ [name]: undefined })).toThrow(TypeError);
      expect(given({ [name]: undefined })).toThrow(`createImportServer needs ${name}: `);
      expect(given({ [name]: undefined })).toThrow(`e.g. ${name}: `);
      expect(given({ [name]: 'yes' })).toThrow(`needs ${name}`);
    });
  }

  test('none at all, and what is no function where one belongs', () => {
    expect(() => createImportServer(undefined as never)).toThrow('needs schemas');
    expect(given({ rate: 5 })).toThrow('rate must be a function');
  });

  test('a path is taken with and without its slashes', async () => {
    for (const path of ['/api/imports', 'api/imports', '/api/imports/', 'api/imports//']) {
      const server = createImportServer({ ...options(), path });
      for (const asked of ['/api/imports', '/api/imports/permissions', '/api/imports/openapi.json'])
        expect((await server.fetch(new Request(`http://localhost${asked}`))).status).toBe(200);
      expect((await server.fetch(new Request('http://localhost/elsewhere'))).status).toBe(404);
      await server.stop();
    }
    for (const path of ['', '/']) {
      const server = createImportServer({ ...options(), path });
      expect((await server.fetch(new Request('http://localhost/permissions'))).status).toBe(200);
      await server.stop();
    }
  });

  test('what is no path is refused', () => {
    for (const path of ['https://example.com/imports', '/imports?x=1', '/:tenant/imports', 5])
      expect(given({ path })).toThrow(/path must be a path like/);
  });
});
