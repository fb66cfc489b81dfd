interface CompoundFile {
  readonly read: (bytes: Uint8Array, options: { readonly type: 'array' }) => unknown;
  readonly find: (file: unknown, path: string) => { readonly content?: ArrayLike<number> } | null;
}

const BOUNDSHEET = 0x85;
const FILEPASS = 0x2f;
const EOF = 0x0a;

/**
 * Whether a binary workbook (OLE compound file or bare BIFF) asks for a password: an encrypted package, or a
 * FILEPASS record among its first. A sheet or workbook that is only locked against changes is not.
 */
export function isEncrypted(bytes: Uint8Array, compound: CompoundFile): boolean {
  if (bytes[0] !== 0xd0) return hasFilePass(bytes);
  const file = compound.read(bytes, { type: 'array' });
  if (
    ['/EncryptedPackage', '/EncryptionInfo', '/encryption'].some((path) =>
      compound.find(file, path),
    )
  )
    return true;
  const stream =
    compound.find(file, '/Workbook') ??
    compound.find(file, '/Book') ??
    compound.find(file, 'Workbook') ??
    compound.find(file, 'Book');
  return stream?.content ? hasFilePass(stream.content) : false;
}

function hasFilePass(records: ArrayLike<number>): boolean {
  const word = (at: number): number => (records[at] ?? 0) | ((records[at + 1] ?? 0) << 8);
  for (let at = 0; at + 4 <= records.length; at += 4 + word(at + 2)) {
    const type = word(at);
    if (type === FILEPASS) return true;
    if (type === EOF || type === BOUNDSHEET || type === 0) return false;
  }
  return false;
}
