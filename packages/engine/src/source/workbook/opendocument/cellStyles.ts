import { attribute } from '../xml/xmlText.ts';

/** Learns from the style elements what a number under a cell style shows. */
export interface CellStyles {
  open(name: string, tag: string): void;
  /** Number format code for the style: only the kind of value it shows counts. */
  format(style: string | undefined): string | null;
  isHiddenTable(style: string | undefined): boolean;
}

/** Most writers type dates as such; some write a bare number and leave it to the style. */
export function createCellStyles(): CellStyles {
  const dataStyles = new Map<string, string>();
  const cellStyles = new Map<string, string>();
  const hiddenTables = new Set<string>();
  let style = '';
  let numberStyle = '';
  return {
    open(name, tag) {
      if (name === 'date-style') dataStyles.set(attribute(tag, 'name') ?? '', 'yyyy-mm-dd');
      else if (name === 'time-style') {
        const elapsed = attribute(tag, 'truncate-on-overflow') === 'false';
        dataStyles.set(attribute(tag, 'name') ?? '', elapsed ? '[h]:mm:ss' : 'h:mm:ss');
      } else if (name === 'number-style') numberStyle = attribute(tag, 'name') ?? '';
      else if (name === 'number') {
        const digits = Number(attribute(tag, 'min-integer-digits') ?? 0);
        if (digits > 1 && digits < 256) dataStyles.set(numberStyle, '0'.repeat(digits));
      } else if (name === 'style') {
        style = attribute(tag, 'name') ?? '';
        const own = dataStyles.get(attribute(tag, 'data-style-name') ?? '');
        const format = own ?? cellStyles.get(attribute(tag, 'parent-style-name') ?? '');
        if (format !== undefined) cellStyles.set(style, format);
      } else if (name === 'table-properties' && attribute(tag, 'display') === 'false') {
        hiddenTables.add(style);
      }
    },
    format: (name) => (name === undefined ? null : (cellStyles.get(name) ?? null)),
    isHiddenTable: (name) => name !== undefined && hiddenTables.has(name),
  };
}
