import { textOf } from '../database/columns.ts';
import { removeImport } from '../store/imports.ts';
import type { WorkerHost } from './Worker.ts';

/** How long things are kept that nobody may need any more; null: for ever. */
export interface Retention {
  /** Hours from the begin of an upload that was never completed; default 24. */
  readonly uploadHours: number | null;
  /** Days from the last change of a draft; default 90. */
  readonly draftDays: number | null;
  /** Days that mails without an SMTP server stay in the outbox; default 30. */
  readonly outboxDays: number | null;
}

export const RETENTION: Retention = { uploadHours: 24, draftDays: 90, outboxDays: 30 };

/** At most so many of each kind in one go; the rest the next time. */
const PORTION = 1_000;

/** Throws away uploads that nobody finished, drafts that nobody came back to, and old mails of the outbox. */
export async function cleanUp(
  host: Pick<WorkerHost, 'database' | 'files'>,
  retention: Retention,
): Promise<void> {
  const { uploadHours, draftDays, outboxDays } = retention;
  if (uploadHours !== null) await removeUploads(host, uploadHours);
  if (draftDays !== null) await removeDrafts(host, draftDays);
  await removeOrphans(host);
  if (outboxDays === null) return;
  await host.database.client.query(
    `DELETE FROM importera.outbox WHERE created_at < now() - $1::double precision * interval '1 day'`,
    [outboxDays],
  );
}

async function removeUploads({ files }: Pick<WorkerHost, 'files'>, hours: number): Promise<void> {
  const before = new Date(Date.now() - hours * 3_600_000).toISOString();
  for (const key of (await files.unfinished(before)).slice(0, PORTION)) await files.remove(key);
}

async function removeDrafts(
  { database, files }: Pick<WorkerHost, 'database' | 'files'>,
  days: number,
): Promise<void> {
  const { rows } = await database.client.query(
    `SELECT tenant, id FROM importera.imports
     WHERE status = 'draft' AND updated_at < now() - $1::double precision * interval '1 day' LIMIT ${PORTION}`,
    [days],
  );
  for (const row of rows) {
    const key = { tenant: textOf(row, 'tenant'), id: textOf(row, 'id') };
    const kept = await files.filesOf(key.tenant, key.id);
    if (!(await removeImport(database.client, key, ['draft']))) continue;
    for (const { id } of kept) await files.remove({ tenant: key.tenant, id });
  }
}

/** Files whose import was removed by a process that ended before it removed them. */
async function removeOrphans({
  database,
  files,
}: Pick<WorkerHost, 'database' | 'files'>): Promise<void> {
  const { rows } = await database.client.query(
    `SELECT f.tenant, f.id FROM importera.files f
     WHERE f.created_at < now() - interval '1 hour' AND NOT EXISTS
       (SELECT 1 FROM importera.imports i WHERE i.tenant = f.tenant AND i.id = f.import_id) LIMIT ${PORTION}`,
  );
  for (const row of rows)
    await files.remove({ tenant: textOf(row, 'tenant'), id: textOf(row, 'id') });
}
