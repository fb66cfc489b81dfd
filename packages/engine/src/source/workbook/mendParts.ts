/**
 * The parts of a zipped workbook with what SheetJS reads wrongly put right.
 * - Characters outside the basic plane written as references (`&#x1f61c;`) lose their upper bits there.
 * - XML in UTF-16 or in a declared legacy encoding is taken for UTF-8.
 */
export function mendParts(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const mended = new Map<string, Uint8Array>();
  for (const [name, part] of parts)
    mended.set(name, /\.(?:xml|rels)$/i.test(name) ? mendXml(part) : part);
  return mended;
}

function mendXml(part: Uint8Array): Uint8Array {
  const encoding = xmlEncoding(part);
  const text = new TextDecoder(encoding).decode(part);
  const mended = text.replace(ASTRAL, (_, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
  return encoding === 'utf-8' && mended === text ? part : new TextEncoder().encode(mended);
}

const ASTRAL =
  /&#(?:x0*([1-9a-f][0-9a-f]{4,5})|0*((?:6553[6-9]|655[4-9]\d|65[6-9]\d\d|6[6-9]\d{3}|[7-9]\d{4}|\d{6,7})));/gi;

function xmlEncoding(part: Uint8Array): string {
  if (part[0] === 0xff && part[1] === 0xfe) return 'utf-16le';
  if (part[0] === 0xfe && part[1] === 0xff) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(part.subarray(0, 200));
  const declared =
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  return isKnown(declared) && !declared.startsWith('utf-16') ? declared : 'utf-8';
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}
