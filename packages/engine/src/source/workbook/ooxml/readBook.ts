import { corruptError, type ZipArchive } from '../zipArchive.ts';
import { readXml } from '../xml/readXml.ts';
import { attribute, isTrue } from '../xml/xmlText.ts';

/** A sheet as the workbook lists it. */
export interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the part that holds its cells. */
  readonly part: string;
}

export interface Book {
  readonly date1904: boolean;
  /** Sheets of cells, in their order; charts and dialogs left out. */
  readonly sheets: readonly BookSheet[];
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
}

/**
 * What `xl/workbook.xml` and its relations say.
 * @throws ImportError `file-corrupt` when there is no workbook in the archive.
 */
export function readBook(archive: ZipArchive): Book {
  const part = workbookPart(archive);
  const relations = readRelations(archive, part);
  const sheets: BookSheet[] = [];
  let date1904 = false;
  readXml(archive, part, {
    open(name, tag) {
      if (name === 'workbookPr') date1904 = isTrue(attribute(tag, 'date1904'));
      if (name !== 'sheet') return;
      const relation = relations.get(attribute(tag, 'id') ?? '');
      if (relation && !/\/(?:worksheet|xlMacrosheet|xlIntlMacrosheet)$/.test(relation.type)) return;
      sheets.push({
        name: attribute(tag, 'name') ?? `Sheet${sheets.length + 1}`,
        hidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
        part: relation?.target ?? `xl/worksheets/sheet${sheets.length + 1}.xml`,
      });
    },
    close() {},
  });
  const related = (kind: RegExp, fallback: string): string | null =>
    [...relations.values()].find(({ type }) => kind.test(type))?.target ??
    (archive.size(fallback) > 0 ? fallback : null);
  return {
    date1904,
    sheets,
    stylesPart: related(/\/styles$/, 'xl/styles.xml'),
    stringsPart: related(/\/sharedStrings$/, 'xl/sharedStrings.xml'),
  };
}

function workbookPart(archive: ZipArchive): string {
  const main = [...readRelations(archive, '').values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  )?.target;
  const found = [
    main,
    'xl/workbook.xml',
    archive.names.find((name) => /(?:^|\/)workbook\d*\.xml$/i.test(name)),
  ];
  const part = found.find((name) => name !== undefined && archive.size(name) > 0);
  if (part === undefined) throw corruptError('it holds no workbook');
  return part;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** The relations of a part, by id, their targets as names in the archive. */
function readRelations(archive: ZipArchive, part: string): ReadonlyMap<string, Relation> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relations = new Map<string, Relation>();
  readXml(archive, `${folder}_rels/${part.slice(slash)}.rels`, {
    open(name, tag) {
      const target = attribute(tag, 'Target');
      if (
        name !== 'Relationship' ||
        target === undefined ||
        attribute(tag, 'TargetMode') === 'External'
      )
        return;
      relations.set(attribute(tag, 'Id') ?? '', {
        type: attribute(tag, 'Type') ?? '',
        target: resolvePart(folder, target),
      });
    },
    close() {},
  });
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
