import { attribute } from '../xml/xmlText.ts';

/** Collects the text of a cell: its paragraphs as lines. */
export interface Paragraphs {
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
  value(): string;
  clear(): void;
}

/** More spaces in a row than anybody types. */
const MAX_SPACES = 10_000;

/** OpenDocument keeps runs of spaces, tabs and line breaks as elements; other white space is one space. */
export function paragraphs(): Paragraphs {
  let lines: string[] = [];
  let line: string | null = null;
  const add = (text: string): void => {
    if (line !== null) line += text;
  };
  return {
    open(name, tag) {
      if (name === 'p' || name === 'h') line = '';
      else if (name === 's')
        add(' '.repeat(Math.min(MAX_SPACES, Number(attribute(tag, 'c') ?? 1) || 1)));
      else if (name === 'tab') add('\t');
      else if (name === 'line-break') add('\n');
    },
    close(name) {
      if ((name !== 'p' && name !== 'h') || line === null) return;
      lines.push(line);
      line = null;
    },
    text(text) {
      if (line === null) return;
      const single = text.replace(/[ \t\r\n]+/g, ' ');
      add(line === '' || line.endsWith('\n') ? single.replace(/^ /, '') : single);
    },
    value: () => lines.join('\n'),
    clear() {
      lines = [];
      line = null;
    },
  };
}
