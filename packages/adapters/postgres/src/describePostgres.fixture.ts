import { describeAdapter } from '@importera/engine/testing';
import { describe, expect, test } from 'vitest';
import { describeBulk } from './describeBulk.fixture.ts';
import { describeHostTables } from './describeHostTables.fixture.ts';
import { describeKeys } from './describeKeys.fixture.ts';
import { describeNames } from './describeNames.fixture.ts';
import { describeTables } from './describeTables.fixture.ts';
import { describeUndone } from './describeUndone.fixture.ts';
import { describeUndoSteps } from './describeUndoSteps.fixture.ts';
import { describeWrites } from './describeWrites.fixture.ts';
import { sandbox } from './sandbox.fixture.ts';
import type { SqlClient } from './SqlClient.ts';

/** Everything the adapter must do on any Postgres. */
export function describePostgres(name: string, connect: () => SqlClient): void {
  const check = (what: string, body: (box: Awaited<ReturnType<typeof sandbox>>) => Promise<void>) =>
    test(what, { timeout: 60_000 }, async () => {
      const box = await sandbox(connect());
      try {
        await body(box);
      } finally {
        await box.close();
      }
    });

  for (const ids of ['uuid', 'bigint'] as const) {
    describeAdapter(
      `postgresAdapter on ${name} with ${ids} ids`,
      async (schema) => {
        const box = await sandbox(connect());
        return { adapter: await box.adapter(schema, { ids }), close: box.close };
      },
      { describe, test, expect },
    );
  }

  describe(`postgresAdapter on ${name}`, () => {
    describeNames(check);
    describeKeys(check);
    describeWrites(check);
    describeHostTables(check);
    describeTables(check, connect);
    describeUndone(check);
    describeBulk(check, connect);
    describeUndoSteps(check, connect);
  });
}
