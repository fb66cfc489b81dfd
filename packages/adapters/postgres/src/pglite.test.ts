import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll } from 'vitest';
import { describePostgres } from './describePostgres.fixture.ts';
import { fromPglite } from './fromPglite.ts';
import { openPglite } from './openPglite.fixture.ts';

// One for all tests: starting it takes seconds.
let db: PGlite;
beforeAll(async () => {
  db = await openPglite();
}, 120_000);
afterAll(() => db.close());

describePostgres('PGlite', () => fromPglite(db));
