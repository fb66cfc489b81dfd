import { ImportError, openSource, readRows, readTable, type Issue } from '@importera/engine';

/** What a scorer of CSV readers compares. */
export interface ScoredFile {
  readonly rows: readonly (readonly string[])[];
  readonly delimiter: string | null;
  readonly encoding: string | null;
  readonly text: string;
  readonly warnings: readonly Issue[];
}

/**
 * Reads a file as a person would get it, nothing said about it: rows from the header on, the decoded
 * text, and what was repaired or doubtful.
 */
export async function parse(bytes: Uint8Array, { name }: { name: string }): Promise<ScoredFile> {
  try {
    return await read(new Uint8Array(bytes), name);
  } catch (error) {
    // A file that is refused with a reason has no rows and one warning.
    if (!(error instanceof ImportError)) throw error;
    const warning: Issue = { code: error.code, severity: 'error', params: error.params };
    return { rows: [], delimiter: null, encoding: null, text: '', warnings: [warning] };
  }
}

async function read(bytes: Uint8Array, name: string): Promise<ScoredFile> {
  const source = await openSource(bytes, { name });
  const table = await readTable(source);
  const rows: (readonly string[])[] = [];
  for await (const { cells } of readRows(table)) rows.push(cells);
  let text = '';
  for await (const piece of source.text?.() ?? []) text += piece;
  const { delimiter, encoding } = source;
  return { rows, delimiter, encoding, text, warnings: table.issues };
}
