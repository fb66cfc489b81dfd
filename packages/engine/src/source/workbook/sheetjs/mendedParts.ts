import { xmlEncoding } from '../ooxml/readXml.ts';
import { openDocumentGrowth } from './openDocumentGrowth.ts';
import { encryptedError, tooLarge, type ZipArchive } from '../zipArchive.ts';

/** Cells that repeated rows and columns of an OpenDocument sheet may come to. */
const MAX_CELLS = 20_000_000;

/**
 * The parts SheetJS needs, with what it reads wrongly put right:
 * - characters outside the basic plane written as references (`&#x1f61c;`) lose their upper bits there;
 * - XML in UTF-16 or in a declared legacy encoding is taken for UTF-8;
 * - an OpenDocument without styles, which is a whole one, is taken for broken;
 * - an encrypted OpenDocument looks like a broken one;
 * - a cell repeated a billion times is built a billion times.
 * @throws ImportError `file-encrypted`, `file-corrupt` or `file-too-large`.
 */
export function mendedParts(archive: ZipArchive): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  for (const name of archive.names) {
    if (name.endsWith('/') || !isNeeded(name)) continue;
    const part = archive.read(name);
    if (part) parts.set(name, /\.(?:xml|rels)$/i.test(name) ? mendXml(name, part) : part);
  }
  if (parts.has('content.xml') && !parts.has('styles.xml')) {
    parts.set('styles.xml', new TextEncoder().encode('<office:document-styles/>'));
  }
  return parts;
}

/** Pictures, drawings, comments, themes and stored pivot data hold no cells. */
function isNeeded(name: string): boolean {
  return !UNNEEDED.test(name);
}

const UNNEEDED =
  /(?:^|\/)(?:media|drawings|embeddings|printerSettings|theme|charts|pivotCache|pivotTables|customXml|ctrlProps|activeX|externalLinks|comments[^/]*|threadedComments|Thumbnails|Pictures|ObjectReplacements|Configurations2|docProps)(?:\/|$)|calcChain|vbaProject|\.vml$/i;

function mendXml(name: string, part: Uint8Array): Uint8Array {
  const encoding = xmlEncoding(part);
  const text = new TextDecoder(encoding).decode(part);
  if (name === 'META-INF/manifest.xml' && /<(?:\w+:)?encryption-data\b/.test(text))
    throw encryptedError();
  if (name === 'content.xml' && openDocumentGrowth(text) > MAX_CELLS) throw tooLarge(MAX_CELLS);
  const mended = text

    .replace(ASTRAL, (_, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    });
  return encoding === 'utf-8' && mended === text ? part : new TextEncoder().encode(mended);
}

const ASTRAL =
  /&#(?:x0*([1-9a-f][\da-f]{4,5})|0*((?:6553[6-9]|655[4-9]\d|65[6-9]\d\d|6[6-9]\d{3}|[7-9]\d{4}|\d{6,7})));/gi;
