import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { schemaOfKind, writeTemplate } from '@importera/engine';
import { CliError } from '../CliError.ts';
import { readSchema } from '../readJson.ts';
import type { Command } from '../runCli.ts';

const FORMATS = ['csv', 'xlsx', 'xls'] as const;

/** `importera template`: a file with a ready column per field. */
export const template: Command = async (args, { stdout }) => {
  const schema = schemaOfKind(await readSchema(args), args.kind);
  if (args.output === null)
    throw new CliError('Name the file to make: -o template.xlsx (or .csv, .xls).');
  const ending = extname(args.output).slice(1).toLowerCase();
  const format = FORMATS.find((known) => known === ending);
  if (format === undefined) {
    throw new CliError(`A template ends in .csv, .xlsx or .xls, not "${args.output}".`);
  }
  await writeFile(args.output, await writeTemplate(schema, format));
  if (!args.json) stdout.write(`Wrote the template to ${args.output}\n`);
  return 0;
};
