import type { Value } from '@importera/engine';
import { arrayLiteral } from './arrayLiteral.ts';
import type { Job } from './Job.ts';
import type { ColumnLayout } from './Layout.ts';
import { quoteName } from './quoteName.ts';

/** Rows in the text format of COPY, with table and columns to write them to. */
export interface CopyRows {
  readonly into: string;
  readonly lines: string;
}

/** Jobs of one table as COPY takes them; null where a value has no certain form there. */
export function copyRows(jobs: readonly Job[]): CopyRows | null {
  const [first] = jobs;
  if (first === undefined) return null;
  const { layout, entity } = first;
  const slots = entity.columns.flatMap((column, slot) =>
    column.name !== layout.id.name && jobs.some(({ cells }) => cells[slot] !== undefined)
      ? [slot]
      : [],
  );
  const columns = slots.flatMap((slot) => entity.columns[slot] ?? []);
  if (columns.some((column, n) => !isCopyable(column, slots[n] ?? 0, jobs))) return null;
  const custom = jobs.some((job) => job.custom !== null) ? layout.custom : null;
  const names = [layout.id.name, ...columns.map(({ name }) => name)];
  if (custom !== null) names.push(custom);
  // Joined, since a text that grows by each value is a tree of its parts in memory, twenty times as large.
  const lines = jobs.map((job) => {
    const values = [escaped(job.id)];
    for (let n = 0; n < slots.length; n += 1)
      values.push(cellText(job.cells[slots[n] ?? 0], columns[n]));
    if (custom !== null) values.push(customText(job.custom));
    return values.join('\t');
  });
  lines.push('');
  return { into: `${layout.table} (${names.map(quoteName).join(', ')})`, lines: lines.join('\n') };
}

/** An array column takes lists only; a text, say, would be read as an array's literal. */
function isCopyable({ kind }: ColumnLayout, slot: number, jobs: readonly Job[]): boolean {
  return (
    kind !== 'list' ||
    jobs.every(({ cells }) => {
      const value = cells[slot] ?? null;
      return value === null || Array.isArray(value);
    })
  );
}

function cellText(value: Value | undefined, column: ColumnLayout | undefined): string {
  if (value === undefined || value === null) return '\\N';
  if (column?.kind === 'json') return escaped(JSON.stringify(value));
  if (typeof value === 'string') return escaped(value);
  if (typeof value !== 'object') return String(value);
  return escaped(column?.kind === 'list' ? arrayLiteral(value) : JSON.stringify(value));
}

function customText(custom: Job['custom']): string {
  return custom === null ? '\\N' : escaped(JSON.stringify(custom));
}

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replaceAll(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? '')
    : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};
