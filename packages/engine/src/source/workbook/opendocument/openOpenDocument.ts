import { inSteps } from '../inSteps.ts';
import { listedSheet } from '../listedSheet.ts';
import type { OpenedSheet } from '../OpenedSheet.ts';
import { readXml, readXmlSteps, type XmlSource } from '../xml/readXml.ts';
import { corruptError, encryptedError, type ZipArchive } from '../zipArchive.ts';
import { createCellStyles, type CellStyles } from './cellStyles.ts';
import { contentHandler, type ContentTable } from './contentHandler.ts';

const CONTENT = 'content.xml';

/** The sheets of a zipped OpenDocument spreadsheet. */
export async function openOpenDocument(
  archive: ZipArchive,
  signal?: AbortSignal,
): Promise<readonly OpenedSheet[]> {
  const manifest = archive.read('META-INF/manifest.xml');
  if (manifest && /<(?:[\w-]+:)?encryption-data\b/.test(new TextDecoder().decode(manifest)))
    throw encryptedError();
  if (archive.size(CONTENT) === 0) throw corruptError('it holds no content');
  const styles = createCellStyles();
  readXml(archive, 'styles.xml', { open: (name, tag) => styles.open(name, tag), close() {} });
  return readContent(archive, styles, signal);
}

/** The sheets of a spreadsheet in a single XML file (`.fods`). */
export async function openFlatDocument(
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<readonly OpenedSheet[]> {
  return readContent({ stream: () => pieces(bytes) }, createCellStyles(), signal);
}

async function readContent(
  source: XmlSource,
  styles: CellStyles,
  signal: AbortSignal | undefined,
): Promise<readonly OpenedSheet[]> {
  const tables: ContentTable[] = [];
  await inSteps(readXmlSteps(source, CONTENT, contentHandler(tables, styles)), signal);
  return tables.map((table) => listedSheet({ ...table, merged: [] }));
}

const PIECE = 262_144;

function* pieces(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
