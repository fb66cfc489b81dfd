import { decodeHtml } from './entities.ts';

/** Collects the text of a cell as a browser would show it. */
export interface CellText {
  open(name: string): void;
  close(name: string): void;
  text(raw: string): void;
  value(): string;
  clear(): void;
}

const PARAGRAPHS = new Set(['p', 'div', 'li', 'tr']);

export function cellText(): CellText {
  let shown = '';
  const breakLine = (): void => {
    if (shown !== '' && !shown.endsWith('\n')) shown += '\n';
  };
  return {
    open(name) {
      if (name === 'br') shown = `${shown.trimEnd()}\n`;
      else if (PARAGRAPHS.has(name)) breakLine();
    },
    close(name) {
      if (PARAGRAPHS.has(name)) breakLine();
    },
    text(raw) {
      const single = raw.replace(/[ \t\r\n]+/g, ' ');
      const joined = shown === '' || /[ \n]$/.test(shown) ? single.replace(/^ /, '') : single;
      shown += decodeHtml(joined);
    },
    // A lone no-break space is how blank cells are kept open.
    value: () => shown.trim(),
    clear() {
      shown = '';
    },
  };
}
