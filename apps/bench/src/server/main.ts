import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareDirect } from './compareDirect.ts';
import { compareServer } from './compareServer.ts';
import { startPostgres } from '../../../../packages/adapters/postgres/src/embeddedPostgres.fixture.ts';

/** `npm run -s bench:server -- --rows 1000000 --runs 3 --only direct` */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
  },
});

const postgres = await startPostgres();
const directory = mkdtempSync(join(tmpdir(), 'importera-bench-files-'));
const options = {
  url: postgres.url,
  directory,
  rows: Number(values.rows),
  runs: Number(values.runs),
};
try {
  if (values.only !== 'server') await compareDirect(options);
  if (values.only !== 'direct') await compareServer(options);
} finally {
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
