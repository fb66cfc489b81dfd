import {
  formatIssue,
  memoryAdapter,
  planRecipe,
  profileTable,
  readTable,
  schemaOfKind,
  suggestMapping,
  summarizePlan,
} from '@importera/engine';
import type { Issue, IssueGroup, IssueTexts, PlanSummary, Schema } from '@importera/engine';
import { counted } from '../counted.ts';
import { openFile } from '../openFile.ts';
import { textsFor } from '../textsFor.ts';
import { readDecisions, recipeFor } from '../openImport.ts';
import type { Arguments } from '../parseArguments.ts';
import { readSchema } from '../readJson.ts';
import type { Command } from '../runCli.ts';

/** Rows named for each issue. */
const FIRST_ROWS = 10;

/** `importera check`: what is wrong in the file, against an empty store. */
export const check: Command = async (args, { stdout }) => {
  const { schema, result } = await checkFile(args);
  stdout.write(
    args.json ? `${JSON.stringify(asJson(result))}\n` : describe(result, schema, textsFor(args)),
  );
  return result.invalid > 0 ? 1 : 0;
};

/** Rows are counted as they come by: neither they nor their plan are kept. */
async function checkFile(
  args: Arguments,
): Promise<{ readonly schema: Schema; readonly result: CheckResult }> {
  const base = await readSchema(args);
  const adapter = memoryAdapter(base);
  const decided = await readDecisions(args, base, adapter);
  const { schema, draft, read, user } = decided;
  const table = await profileTable(await readTable(await openFile(args, read), read));
  const part = schemaOfKind(schema, draft.kind);
  const recipe = recipeFor(decided, table, suggestMapping(table.columns, part));
  const by = { importId: '', ...(user !== undefined && { user }) };
  const counter = summarizePlan();
  for await (const block of planRecipe(table, recipe, { schema, adapter, by })) counter.add(block);
  return { schema, result: summarize(counter.summary(), table.issues) };
}

interface IssueCount {
  readonly code: string;
  readonly entity: string | null;
  readonly field: string | null;
  readonly count: number;
  readonly firstRows: readonly number[];
  /** Of the first, which is told for all. */
  readonly params: Issue['params'];
  /** Different values it is about. */
  readonly values: number;
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
function fileIssue({ code, entity, field, row, params }: Issue): IssueCount {
  return {
    code,
    entity: entity ?? null,
    field: field ?? null,
    count: 1,
    firstRows: row === undefined ? [] : [row],
    params,
    values: 1,
  };
}

/** The plan groups issues by value too; here a code and a field are enough. */
function merge(groups: readonly IssueGroup[]): IssueCount {
  const rows = new Set(groups.flatMap(({ firstRows }) => firstRows));
  const [first] = groups;
  return {
    code: first?.code ?? '',
    entity: first?.entity ?? null,
    field: first?.field ?? null,
    params: first?.params ?? {},
    values: groups.length,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    firstRows: [...rows].toSorted((a, b) => a - b).slice(0, FIRST_ROWS),
  };
}

function asJson({ issues, ...counts }: CheckResult): object {
  const listed = issues.map(({ code, field, count, firstRows }) => ({
    code,
    field,
    count,
    firstRows,
  }));
  return { ...counts, issues: listed };
}

function describe(
  { rows, valid, invalid, issues }: CheckResult,
  schema: Schema,
  texts: IssueTexts,
): string {
  const lines = issues.map((issue) => {
    const label = labelOf(issue, schema);
    const sentence = formatIssue(issue, texts);
    return `  ${issue.count} × ${label === null ? '' : `${label}: `}${sentence}${where(issue)}`;
  });
  return [`${counted(rows, 'row')}: ${valid} valid, ${invalid} invalid`, ...lines, ''].join('\n');
}

function labelOf({ entity, field }: IssueCount, { entities }: Schema): string | null {
  if (entity === null || field === null) return field;
  return entities[entity]?.fields[field]?.label ?? field;
}

/** A column's own issue has no row; of many rows the first stand for all, as the sentence does for other values. */
function where({ firstRows: rows, count, values }: IssueCount): string {
  const places = [
    ...(rows.length === 0
      ? []
      : [
          `${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${count > rows.length ? ', …' : ''}`,
        ]),
    ...(values > 1 ? [counted(values - 1, 'other value')] : []),
  ];
  return places.length === 0 ? '' : ` (${places.join('; ')})`;
}
