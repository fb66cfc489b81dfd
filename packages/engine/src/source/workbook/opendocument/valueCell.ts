import { KIND } from '../cellKinds.ts';
import { numberCell, type ShownCell } from '../numberCell.ts';
import { isClockText, serialText } from '../serialText.ts';
import { attribute, isTrue } from '../xml/xmlText.ts';
import type { CellStyles } from './cellStyles.ts';

export interface ValueContext {
  readonly styles: CellStyles;
  readonly date1904: boolean;
}

/** What a cell with these attributes and this text shows; null for a blank one. */
export function valueCell(
  tag: string,
  text: string,
  { styles, date1904 }: ValueContext,
): ShownCell | null {
  const type = /\soffice:value-type="([\w-]+)"/.exec(tag)?.[1] ?? attribute(tag, 'value-type');
  if (isError(tag, text)) return { text, kind: KIND.error };
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const format = type === 'float' ? styles.format(attribute(tag, 'style-name')) : null;
      return numberCell(Number(attribute(tag, 'value') ?? Number.NaN), format, date1904);
    }
    case 'boolean':
      return { text: String(isTrue(attribute(tag, 'boolean-value'))), kind: KIND.boolean };
    case 'date':
      return dateCell(attribute(tag, 'date-value') ?? text);
    case 'time':
      return timeCell(attribute(tag, 'time-value') ?? text);
    default:
      return textCell(attribute(tag, 'string-value') || text);
  }
}

/** OpenDocument has no type for errors: LibreOffice adds one of its own, others leave the text to say it. */
function isError(tag: string, text: string): boolean {
  if (tag.includes('value-type="error"')) return text !== '';
  const code = text.charCodeAt(0);
  return (code === 0x23 || code === 0x45) && tag.includes('formula=') && ERROR.test(text);
}

const ERROR = /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|Err:\d+)$/;

function textCell(text: string): ShownCell | null {
  return text === '' ? null : { text, kind: KIND.text };
}

const EPOCH = Date.UTC(1899, 11, 30);

/** `2024-03-01`, `2024-03-01T09:30:00.000000001`. */
function dateCell(value: string): ShownCell | null {
  const [, date, time] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d(?:[.,]\d+)?))?Z?$/.exec(value) ?? [];
  if (date === undefined) return textCell(value);
  const moment = Date.parse(`${date}T${(time ?? '00:00:00').replace(',', '.').slice(0, 12)}Z`);
  if (Number.isNaN(moment)) return textCell(value);
  // The day before the first of the calendar stands for no day: only the time was meant.
  if (date === '1899-12-30' && moment > EPOCH) return timeOf((moment - EPOCH) / 1000);
  const iso = new Date(Math.round(moment / 1000) * 1000).toISOString().slice(0, 19);
  return { text: iso.replace(/T00:00:00$/, ''), kind: KIND.date };
}

/** `PT09H30M00S`, `-PT1H`, `P1DT2H`. */
function timeCell(value: string): ShownCell | null {
  const found = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/.exec(value);
  if (!found) return textCell(value);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(2)
    .map((part) => Number((part ?? '0').replace(',', '.')));
  const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return timeOf(found[1] === '-' ? -total : total);
}

function timeOf(seconds: number): ShownCell {
  const text = serialText(seconds / 86_400, 'elapsed', false);
  return { text, kind: isClockText(text) ? KIND.time : KIND.date };
}
