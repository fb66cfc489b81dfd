import { PGlite } from '@electric-sql/pglite';
import { pgliteDatabase } from '@importera/server';
import { describeSalesSync } from './describeSalesSync.fixture.ts';

describeSalesSync('PGlite', async () => pgliteDatabase(await PGlite.create()));
