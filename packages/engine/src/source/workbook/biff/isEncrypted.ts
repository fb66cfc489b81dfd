import { biffRecords } from './biffRecords.ts';
import { compoundStream } from './compoundStream.ts';

const BOUND_SHEET = 0x85;
const FILE_PASS = 0x2f;
const EOF = 0x0a;

/**
 * Whether a binary workbook (OLE compound file or bare BIFF) asks for a password: an encrypted package, or a
 * FILEPASS record among its first. A sheet or workbook that is only locked against changes is not.
 */
export function isEncrypted(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xd0) return hasFilePass(bytes);
  if (compoundStream(bytes, ['EncryptedPackage', 'EncryptionInfo', 'encryption'])) return true;
  const stream = compoundStream(bytes, ['Workbook', 'Book']);
  return stream !== null && hasFilePass(stream);
}

function hasFilePass(stream: Uint8Array): boolean {
  for (const { type } of biffRecords(stream, 0)) {
    if (type === FILE_PASS) return true;
    if (type === EOF || type === BOUND_SHEET) return false;
  }
  return false;
}
