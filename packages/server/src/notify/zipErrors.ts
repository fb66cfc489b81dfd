import { zipSync } from 'fflate';

/** Each recipient is mailed the same file by a job of its own: it is packed for the first of them. */
const packed = new WeakMap<Blob, Promise<Uint8Array>>();

/** An error file as a zip (TD15). */
export function zipErrors(errors: Blob): Promise<Uint8Array> {
  const known = packed.get(errors);
  if (known !== undefined) return known;
  const zip = pack(errors);
  packed.set(errors, zip);
  return zip;
}

async function pack(errors: Blob): Promise<Uint8Array> {
  return zipSync({ 'errors.csv': new Uint8Array(await errors.arrayBuffer()) }, { level: 9 });
}
