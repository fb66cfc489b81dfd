/** The text of an HTML or XML workbook: by its byte order mark, else its declared charset, else UTF-8 or Windows-1252. */
export function markupText(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const declared = /(?:charset\s*=\s*["']?|<\?xml[^>]*encoding\s*=\s*["'])([\w.:-]+)/i.exec(
    start,
  )?.[1];
  return (
    decoded(bytes, byteOrder(bytes) ?? declared ?? 'utf-8') ??
    new TextDecoder('windows-1252').decode(bytes)
  );
}

function byteOrder(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Null when the encoding is unknown or does not fit the bytes. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
