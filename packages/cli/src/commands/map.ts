import { profileTable, readTable, schemaOfKind, suggestMapping } from '@importera/engine';
import type { ColumnSuggestion, FieldGuess } from '@importera/engine';
import { openFile } from '../openFile.ts';
import { readSchema } from '../readJson.ts';
import type { Command } from '../runCli.ts';

/** `importera map`: which column is which field. */
export const map: Command = async (args, { stdout }) => {
  const schema = schemaOfKind(await readSchema(args), args.kind);
  const table = await profileTable(await readTable(await openFile(args), args.read));
  const columns = suggestMapping(table.columns, schema).map(describe);
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
