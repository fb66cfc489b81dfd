import {
  memoryAdapter,
  planRecipe,
  profileTable,
  readTable,
  schemaOfKind,
  suggestMapping,
  summarizePlan,
} from '@importera/engine';
import type { Issue, IssueGroup, PlanSummary } from '@importera/engine';
import { counted } from '../counted.ts';
import { openFile } from '../openFile.ts';
import { readDecisions, recipeFor } from '../openImport.ts';
import type { Arguments } from '../parseArguments.ts';
import { readSchema } from '../readJson.ts';
import type { Command } from '../runCli.ts';

/** Rows named for each issue. */
const FIRST_ROWS = 10;

/** `importera check`: what is wrong in the file, against an empty store. */
export const check: Command = async (args, { stdout }) => {
  const result = await checkFile(args);
  stdout.write(args.json ? `${JSON.stringify(result)}\n` : describe(result));
  return result.invalid > 0 ? 1 : 0;
};

/** Rows are counted as they come by: neither they nor their plan are kept. */
async function checkFile(args: Arguments): Promise<CheckResult> {
  const base = await readSchema(args);
  const adapter = memoryAdapter(base);
  const decided = await readDecisions(args, base, adapter);
  const { schema, draft, read, user } = decided;
  const table = await profileTable(await readTable(await openFile({ ...args, read }), read));
  const part = schemaOfKind(schema, draft.kind);
  const recipe = recipeFor(decided, table, suggestMapping(table.columns, part));
  const by = { importId: '', ...(user !== undefined && { user }) };
  const counter = summarizePlan();
  for await (const block of planRecipe(table, recipe, { schema, adapter, by })) counter.add(block);
  return summarize(counter.summary(), table.issues);
}

interface IssueCount {
  readonly code: string;
  readonly field: string | null;
  readonly count: number;
  readonly firstRows: readonly number[];
}

interface CheckResult {
  readonly rows: number;
  readonly valid: number;
  readonly invalid: number;
  readonly issues: readonly IssueCount[];
}

function summarize({ rows, statuses, issues }: PlanSummary, ofFile: readonly Issue[]): CheckResult {
  const groups = Map.groupBy(issues, ({ code, field }) => JSON.stringify([code, field]));
  return {
    rows,
    valid: rows - statuses.reject,
    invalid: statuses.reject,
    issues: [
      ...ofFile.filter(({ severity }) => severity !== 'info').map(fileIssue),
      ...[...groups.values()].map(merge).toSorted((a, b) => b.count - a.count),
    ],
  };
}

/** What is wrong with the file as a whole: no rows, a doubtful encoding. */
function fileIssue({ code, field, row }: Issue): IssueCount {
  return { code, field: field ?? null, count: 1, firstRows: row === undefined ? [] : [row] };
}

/** The plan groups issues by value too; here a code and a field are enough. */
function merge(groups: readonly IssueGroup[]): IssueCount {
  const rows = new Set(groups.flatMap(({ firstRows }) => firstRows));
  return {
    code: groups[0]?.code ?? '',
    field: groups[0]?.field ?? null,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    firstRows: [...rows].toSorted((a, b) => a - b).slice(0, FIRST_ROWS),
  };
}

function describe({ rows, valid, invalid, issues }: CheckResult): string {
  const lines = issues.map(
    ({ code, field, count, firstRows }) =>
      `  ${count} × ${code}${field === null ? '' : ` in ${field}`}${whichRows(firstRows, count)}`,
  );
  return [`${counted(rows, 'row')}: ${valid} valid, ${invalid} invalid`, ...lines, ''].join('\n');
}

/** A column's own issue has no row; of many rows the first stand for all. */
function whichRows(rows: readonly number[], count: number): string {
  if (rows.length === 0) return '';
  return ` (${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${count > rows.length ? ', …' : ''})`;
}
