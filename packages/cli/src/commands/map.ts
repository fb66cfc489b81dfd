import { writeFile } from 'node:fs/promises';
import {
  memoryAdapter,
  profileTable,
  readTable,
  schemaOfKind,
  suggestMapping,
} from '@importera/engine';
import type { ColumnSuggestion, FieldGuess } from '@importera/engine';
import { openFile } from '../openFile.ts';
import { readDecisions, recipeFor } from '../openImport.ts';
import { readSchema } from '../readJson.ts';
import type { Command } from '../runCli.ts';

/** `importera map`: which column is which field; with `-o` the whole recipe that follows, as a server takes it. */
export const map: Command = async (args, { stdout }) => {
  const base = await readSchema(args);
  const decided = await readDecisions(args, base, memoryAdapter(base));
  const { schema, draft, read } = decided;
  const table = await profileTable(await readTable(await openFile(args, read), read));
  const suggestions = suggestMapping(table.columns, schemaOfKind(schema, draft.kind));
  if (args.output !== null) {
    const recipe = recipeFor(decided, table, suggestions);
    await writeFile(args.output, `${JSON.stringify(recipe, null, 2)}\n`);
    if (!args.json) stdout.write(`Wrote the recipe to ${args.output}\n`);
    return 0;
  }
  const columns = suggestions.map(describe);
  stdout.write(args.json ? `${JSON.stringify({ columns })}\n` : columns.map(line).join(''));
  return 0;
};

interface MappedColumn {
  readonly index: number;
  readonly header: string;
  readonly entity: string | null;
  readonly field: string | null;
  readonly score: number;
  readonly reason: string | null;
  readonly runnerUp: FieldGuess | null;
}

function describe({ column, header, guess, runnerUp }: ColumnSuggestion): MappedColumn {
  return {
    index: column,
    header,
    entity: guess?.entity ?? null,
    field: guess?.field ?? null,
    score: guess?.score ?? 0,
    reason: guess?.reason ?? null,
    runnerUp,
  };
}

function line({ header, entity, field, score, reason }: MappedColumn): string {
  const target =
    field === null ? 'no field fits' : `${entity}.${field} (${score.toFixed(2)}, ${reason})`;
  return `${header} → ${target}\n`;
}
