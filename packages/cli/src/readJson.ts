import { readFile } from 'node:fs/promises';
import { parseRecipe, parseSchema } from '@importera/engine';
import type { RecipeDraft, Schema } from '@importera/engine';
import { CliError } from './CliError.ts';
import type { Arguments } from './parseArguments.ts';

/** The schema named by `--schema`. */
export async function readSchema({ schema }: Arguments): Promise<Schema> {
  if (schema === null) throw new CliError('This command needs a schema: --schema schema.json.');
  return parseSchema(await readJson(schema));
}

/** The recipe named by `--recipe`; null without one. */
export async function readRecipe({ recipe }: Arguments): Promise<RecipeDraft | null> {
  return recipe === null ? null : parseRecipe(await readJson(recipe));
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw new CliError(`Cannot read "${path}": ${why}.`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new CliError(
      `"${path}" is not valid JSON: ${error instanceof Error ? error.message : ''}`,
    );
  }
}
