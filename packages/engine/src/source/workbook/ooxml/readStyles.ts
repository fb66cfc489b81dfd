import { BUILT_IN_FORMATS } from '../builtInFormats.ts';
import type { ZipArchive } from '../zipArchive.ts';
import { readXml } from '../xml/readXml.ts';
import { attribute } from '../xml/xmlText.ts';

/** The number format of each cell style by its index; null for plain numbers. */
export function readStyles(archive: ZipArchive, part: string | null): readonly (string | null)[] {
  const codes = new Map<number, string>(BUILT_IN_FORMATS);
  const styles: number[] = [];
  let inCells = false;
  if (part === null) return [];
  readXml(archive, part, {
    open(name, tag) {
      if (name === 'numFmt')
        codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(Number(attribute(tag, 'numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles.map((id) => codes.get(id) ?? null);
}
