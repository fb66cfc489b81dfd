import { zipSync } from 'fflate';

/** An error file as a zip (TD15). */
export async function zipErrors(errors: Blob): Promise<Uint8Array> {
  return zipSync({ 'errors.csv': new Uint8Array(await errors.arrayBuffer()) }, { level: 9 });
}
