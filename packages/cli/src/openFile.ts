import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { openSource } from '@importera/engine';
import type { ReadOptions, SheetInfo, Source } from '@importera/engine';
import { CliError } from './CliError.ts';
import type { Arguments } from './parseArguments.ts';

/**
 * Opens the file of a command line; text files are read from disk as they are needed.
 * @param read how, where a recipe says so too
 * @throws {CliError} when there is no such file, or no such sheet in it.
 */
export async function openFile(args: Arguments, read: ReadOptions = args.read): Promise<Source> {
  const { blob, name } = await fileOf(args);
  const source = await openSource(blob, { ...read, name });
  checkSheet(args, source);
  return source;
}

/**
 * A sheet that a workbook does not have is refused where that is opened; a text file has none to look for.
 * @throws {CliError}
 */
export function checkSheet(
  { read, file }: Arguments,
  { sheets }: { readonly sheets: readonly SheetInfo[] },
): void {
  const { sheet } = read;
  if (sheet === undefined || sheets.some(({ name }) => name === sheet)) return;
  throw new CliError(
    `--sheet "${sheet}": "${file ?? ''}" is a text file, which has no sheets. Leave --sheet out.`,
  );
}

/**
 * The file of a command line, not read yet.
 * @throws {CliError} when there is no such file.
 */
export async function fileOf({
  file,
}: Arguments): Promise<{ readonly blob: Blob; readonly name: string }> {
  if (file === null)
    throw new CliError('Name the file to read, e.g. importera read customers.xlsx.');
  return { blob: await blobOf(file), name: basename(file) };
}

async function blobOf(path: string): Promise<Blob> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw new CliError(`Cannot read "${path}": ${why}.`);
  });
  if (found.isDirectory()) throw new CliError(`Cannot read "${path}": it is a folder, not a file.`);
  return openAsBlob(path).catch((error: Error) => {
    throw new CliError(`Cannot read "${path}": ${error.message}.`);
  });
}
