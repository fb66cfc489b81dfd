import { ImportError } from '@importera/engine';
import { checkSettings, type SyncSettings } from '../SyncSettings.ts';
import { SyncProblem } from './problem.ts';
import type { SyncSystems } from './SyncSystems.ts';

/** Far more than settings need. */
const MAX_BYTES = 64 * 1024;

/** A form of a foreign page can send any other type unasked. @throws SyncProblem 415 */
export function expectJson(request: Request): void {
  if (/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return;
  throw new SyncProblem(415, 'json-expected', 'Send a JSON body: content-type application/json.');
}

/** The settings of a request's body. @throws SyncProblem 400, 413 or 422 */
export async function readSettings(request: Request): Promise<SyncSettings> {
  const { source, catchAllUser, priceList } = await readObject(request);
  const settings = { source, catchAllUser, priceList: priceList ?? null };
  if (
    typeof catchAllUser !== 'string' ||
    !(settings.priceList === null || typeof priceList === 'string')
  )
    throw new SyncProblem(422, 'settings-invalid', 'The settings are not of their types.');
  try {
    checkSettings(settings as SyncSettings);
  } catch (error) {
    if (error instanceof ImportError) throw new SyncProblem(422, 'settings-invalid', error.message);
    throw error;
  }
  return settings as SyncSettings;
}

/** @throws SyncProblem 422 for a user or a price list that is not there. */
export async function checkChoices(
  { crm, accounting }: SyncSystems,
  { source, catchAllUser, priceList }: SyncSettings,
): Promise<void> {
  if (source === 'none') return;
  const users = await crm.users();
  if (!users.some(({ id }) => id === catchAllUser))
    throw new SyncProblem(422, 'settings-invalid', 'The catch-all user is not a user of the CRM.');
  if (priceList === null) return;
  const lists = await accounting.priceLists();
  if (!lists.some(({ id }) => id === priceList))
    throw new SyncProblem(422, 'settings-invalid', 'There is no such price list.');
}

async function readObject(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    parts.push(part);
    length += part.byteLength;
    if (length > MAX_BYTES) throw new SyncProblem(413, 'body-too-large', 'The body is too large.');
  }
  const invalid = new SyncProblem(400, 'json-invalid', 'The body must be a JSON object.');
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(Buffer.concat(parts)));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid;
    return value as Readonly<Record<string, unknown>>;
  } catch {
    throw invalid;
  }
}
