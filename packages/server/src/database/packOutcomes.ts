import type { RowOutcome } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { saveOutcomes } from '../store/outcomes.ts';
import { numberOf, textOf } from './columns.ts';

const PAGE = 5_000;

/** Turns outcomes that were kept row by row into blocks. */
export async function packOutcomes(tx: SqlQuery): Promise<void> {
  const { rows: runs } = await tx.query(
    `SELECT DISTINCT tenant, import_id, run FROM importera.outcomes`,
  );
  for (const found of runs) {
    const key = { tenant: textOf(found, 'tenant'), id: textOf(found, 'import_id') };
    const run = numberOf(found, 'run');
    for (let after = -1; ;) {
      const { rows } = await tx.query(
        `SELECT row, status, records, issues FROM importera.outcomes
         WHERE tenant = $1 AND import_id = $2 AND run = $3 AND row > $4 ORDER BY row LIMIT $5`,
        [key.tenant, key.id, run, after, PAGE],
      );
      if (rows.length === 0) break;
      await saveOutcomes(tx, key, { run, batch: 0, outcomes: rows as unknown as RowOutcome[] });
      after = numberOf(rows.at(-1) ?? {}, 'row');
    }
  }
}
