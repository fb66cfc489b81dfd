import type { ZipArchive } from '../zipArchive.ts';
import { readXml } from '../xml/readXml.ts';
import { attribute } from '../xml/xmlText.ts';

/** Number formats that have no code in the file. Those left out are plain numbers or text. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  ...range(14, 17, 'm/d/yy'),
  ...range(18, 21, 'h:mm'),
  [22, 'm/d/yy h:mm'],
  // East Asian calendars and clocks, whose codes depend on the language of the program.
  ...range(27, 31, 'yyyy/m/d'),
  ...range(32, 33, 'h:mm:ss'),
  ...range(34, 36, 'yyyy/m/d'),
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  ...range(50, 58, 'yyyy/m/d'),
  ...range(71, 81, 'yyyy/m/d'),
]);

function range(first: number, last: number, code: string): readonly (readonly [number, string])[] {
  return Array.from({ length: last - first + 1 }, (_, at) => [first + at, code] as const);
}

/** The number format of each cell style by its index; null for plain numbers. */
export function readStyles(archive: ZipArchive, part: string | null): readonly (string | null)[] {
  const codes = new Map<number, string>(BUILT_IN);
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
