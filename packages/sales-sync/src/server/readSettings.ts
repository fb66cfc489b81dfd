import { ImportError } from '@importera/engine';
import { readObject, RequestProblem } from '@importera/server/parts';
import { checkSettings, type SyncSettings } from '../SyncSettings.ts';
import type { SyncSystems } from './SyncSystems.ts';

/** Far more than settings need. */
const MAX_BYTES = 64 * 1024;

/** The settings of a request's body. @throws RequestProblem 400, 413 or 422 */
export async function readSettings(request: Request): Promise<SyncSettings> {
  const { source, catchAllUser, priceList } = await readObject(request, MAX_BYTES);
  const settings = { source, catchAllUser, priceList: priceList ?? null };
  if (
    typeof catchAllUser !== 'string' ||
    !(settings.priceList === null || typeof priceList === 'string')
  )
    throw new RequestProblem(422, 'settings-invalid', 'The settings are not of their types.');
  try {
    checkSettings(settings as SyncSettings);
  } catch (error) {
    if (error instanceof ImportError)
      throw new RequestProblem(422, 'settings-invalid', error.message);
    throw error;
  }
  return settings as SyncSettings;
}

/** @throws RequestProblem 422 for a user or a price list that is not there. */
export async function checkChoices(
  { crm, accounting }: SyncSystems,
  { source, catchAllUser, priceList }: SyncSettings,
): Promise<void> {
  if (source === 'none') return;
  const users = await crm.users();
  if (!users.some(({ id }) => id === catchAllUser))
    throw new RequestProblem(
      422,
      'settings-invalid',
      'The catch-all user is not a user of the CRM.',
    );
  if (priceList === null) return;
  const lists = await accounting.priceLists();
  if (!lists.some(({ id }) => id === priceList))
    throw new RequestProblem(422, 'settings-invalid', 'There is no such price list.');
}
