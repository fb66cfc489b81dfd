import {
  openSource,
  profileTable,
  readTable,
  type ReadOptions,
  type Table,
} from '@importera/engine';

/** The table of a file with the evidence of every row, as plans need it. */
export async function openTable(
  blob: Blob,
  name: string,
  read: ReadOptions,
  signal?: AbortSignal,
): Promise<Table> {
  const abort = signal && { signal };
  const source = await openSource(blob, { ...read, name, ...abort });
  const table = await readTable(source, {
    ...(read.headerRow !== undefined && { headerRow: read.headerRow }),
    ...(read.skipRows !== undefined && { skipRows: read.skipRows }),
    ...abort,
  });
  return await profileTable(table, { ...abort });
}
