import { afterAll } from 'vitest';
import { describeServer } from './describeServer.fixture.ts';
import { pglite, pgliteServerDatabase } from './server.fixture.ts';

afterAll(async () => (await pglite()).close());

describeServer('PGlite', pgliteServerDatabase);
