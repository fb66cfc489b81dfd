import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { openSource } from '@importera/engine';
import type { Source } from '@importera/engine';
import { CliError } from './CliError.ts';
import type { Arguments } from './parseArguments.ts';

/**
 * Opens the file of a command line; text files are read from disk as they are needed.
 * @throws {CliError} when there is no such file.
 */
export async function openFile(args: Arguments): Promise<Source> {
  const { blob, name } = await fileOf(args);
  return openSource(blob, { ...args.read, name });
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
