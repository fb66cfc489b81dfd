import { createHash } from 'node:crypto';
import type { IssueTexts, Recipe, Schema } from '@importera/engine';
import { en } from '@importera/engine/locales/en';
import { schemaOf } from '../Host.ts';
import { keepNewest } from '../review/keepNewest.ts';
import { openImports } from '../review/openImports.ts';
import { findImport } from '../store/imports.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import type { Background, DeliveryJob } from '../work/openBackground.ts';
import type { WorkerHost } from '../work/Worker.ts';
import { NoticeRefused, type ImportNotice, type Notifier } from './Notifier.ts';

type NoticeHost = Pick<
  WorkerHost,
  'adapter' | 'database' | 'files' | 'maxRows' | 'notifiers' | 'onError' | 'schemas'
>;

/** A delivery that takes longer is given up and tried again. */
const DELIVERY_MS = 120_000;

/** Error files of more rows are not collected: their rows are held in memory. */
const MAX_ROWS = 200_000;

/** Gives each notifier, and each of its targets, a job of its own. Asked again about the same end, it adds nothing. */
export async function shareNotice(
  host: NoticeHost,
  background: Pick<Background, 'deliver'>,
  { tenant, importId }: { readonly tenant: string; readonly importId: string },
): Promise<void> {
  const notice = await noticeOf(host, { tenant, importId });
  if (notice === null) return;
  const { finishedAt } = notice.import;
  // Started again before anybody was told: its next end is told.
  if (finishedAt === null) return;
  const jobs: DeliveryJob[] = [];
  for (const notifier of host.notifiers) {
    for (const target of await targetsOf(notifier, notice)) {
      const about = { tenant, importId, finishedAt, notifier: notifier.name, target };
      jobs.push({ ...about, id: deliveryId(about) });
    }
  }
  await host.database.client.transaction((tx) => background.deliver(tx, jobs));
}

/** Tells one notifier. @throws to be asked again later. */
export async function deliverNotice(
  host: NoticeHost,
  { id, tenant, importId, finishedAt, notifier: name, target }: DeliveryJob,
  signal: AbortSignal,
): Promise<void> {
  const notice = await noticeOf(host, { tenant, importId });
  // Removed, or started again: its next end is told.
  if (notice === null || notice.import.finishedAt !== finishedAt) return;
  const notifier = host.notifiers.find((known) => known.name === name);
  if (notifier === undefined) throw new Error(`This worker has no notifier "${name}".`);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(DELIVERY_MS)]);
  await inTime(notifier.notify(notice, { id, target, signal: limit }), limit).catch(
    (error: unknown) => {
      if (!(error instanceof NoticeRefused)) throw error;
      host.onError(error);
    },
  );
}

async function targetsOf(
  notifier: Notifier,
  notice: ImportNotice,
): Promise<readonly (string | null)[]> {
  return notifier.targets === undefined ? [null] : [...new Set(await notifier.targets(notice))];
}

/** The same for the same end of the same import, so that it is added once. */
function deliveryId(about: Omit<DeliveryJob, 'id'>): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(Object.entries(about)))
    .digest('hex');
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map(([from, to]) => hash.slice(from, to));
  return `${a}-${b}-8${c}-8${d}-${e}`;
}

/** A notifier that does not heed its signal holds up nobody either. */
async function inTime(telling: Promise<void>, signal: AbortSignal): Promise<void> {
  const late = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  await Promise.race([telling, late]);
}

/** The newest error file in each language: all who are told of an end in it get the same. */
const newestErrors = new WeakMap<IssueTexts, ReturnType<typeof keepNewest<Blob | null>>>();

async function noticeOf(
  host: NoticeHost,
  { tenant, importId }: { readonly tenant: string; readonly importId: string },
): Promise<ImportNotice | null> {
  const found = await findImport(host.database.client, { tenant, id: importId });
  const schema = found && schemaOf(host, found.shown.schemaId);
  if (!found || !schema) return null;
  const { key, shown } = found;
  return {
    key,
    import: shown,
    schema,
    recipients: recipientsOf(schema, shown.recipe),
    languages: found.languages,
    errorFile(texts = en) {
      const newest = newestErrors.get(texts) ?? keepNewest<Blob | null>();
      newestErrors.set(texts, newest);
      const end = `${tenant}/${importId}/${shown.finishedAt}`;
      return newest(end, () => errorsOf(host, found, texts));
    },
  };
}

async function errorsOf(
  host: NoticeHost,
  found: StoredImport,
  texts: IssueTexts,
): Promise<Blob | null> {
  const { report, recipe } = found.shown;
  const isEmpty = report === null || report.rejected + report.skipped === 0;
  if (isEmpty || recipe === null || found.fileId === null || report.rows > MAX_ROWS) return null;
  const open = openImports({ ...host, maxOpen: 0 });
  return await open.use(found, recipe.read, (file) => file.errorFile(found, 'csv', texts));
}

/** What was answered to the settings that ask for addresses. */
function recipientsOf(schema: Schema, recipe: Recipe | null): readonly string[] {
  const keys = Object.entries(schema.settings ?? {})
    .filter(([, { type }]) => type === 'emails')
    .map(([key]) => key);
  const addresses = keys.flatMap((key) => {
    const value = recipe?.settings[key];
    return Array.isArray(value) ? (value as readonly string[]) : [];
  });
  return [...new Set(addresses)];
}
