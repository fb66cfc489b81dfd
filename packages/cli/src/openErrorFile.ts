import { realpath, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CliError } from './CliError.ts';
import type { Arguments } from './parseArguments.ts';

/** Where the rejected rows go. */
export interface ErrorFile {
  readonly format: 'csv' | 'xlsx';
  write(file: Blob): Promise<void>;
  /** Leaves nothing behind when nothing was written. */
  close(): Promise<void>;
}

/**
 * Makes sure, before anything is imported, that the file named by `--errors` can be written. Null without one.
 * @throws {CliError} for another ending, a path that is read too, or a place that can not be written.
 */
export async function openErrorFile(args: Arguments): Promise<ErrorFile | null> {
  const { errors: path } = args;
  if (path === null) return null;
  const format = formatOf(path);
  await refuseInputs(path, args);
  const part = `${path}.part`;
  await writeFile(part, '').catch((error: Error) => {
    throw new CliError(`Cannot write "${path}": ${error.message}. Nothing was imported.`);
  });
  return {
    format,
    async write(file) {
      await writeFile(part, new Uint8Array(await file.arrayBuffer()));
      await rename(part, path);
    },
    close: () => rm(part, { force: true }),
  };
}

function formatOf(path: string): 'csv' | 'xlsx' {
  if (/\.csv$/i.test(path)) return 'csv';
  if (/\.xlsx$/i.test(path)) return 'xlsx';
  throw new CliError(`--errors takes a name that ends in .csv or .xlsx, not "${path}".`);
}

/** The error file would take the place of what it was made from. */
async function refuseInputs(path: string, { file, schema, recipe, to }: Arguments): Promise<void> {
  const target = to?.startsWith('ndjson:') === true ? to.slice('ndjson:'.length) : null;
  const taken = [file, schema, recipe, target].filter((one) => one !== null);
  const own = await real(path);
  const places = await Promise.all(taken.map(real));
  if (!places.includes(own)) return;
  throw new CliError(`--errors "${path}" is a file this import reads or writes. Name another one.`);
}

function real(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}
