import { OUTCOME_STATUSES } from '../commit/Commit.ts';
import type { Issue } from '../issue/Issue.ts';
import { RECORD_ACTIONS, ROW_STATUSES } from '../plan/Plan.ts';
import type { Plan } from '../plan/Plan.ts';
import type { Block } from '../source/Block.ts';
import { findRow } from './findRow.ts';
import type { Recipe } from './Recipe.ts';
import type { RowQuery } from './Session.ts';
import type { Written } from './Written.ts';

/** What is known of the rows of an import: as read, as planned, as written. */
export interface RowSources {
  /** All rows of the table. */
  readonly blocks: readonly Block[];
  readonly recipe: Recipe;
  /** The newest plan. */
  readonly plan: Plan;
  /** What was written so far, oldest first. */
  readonly written: readonly Written[];
}

interface Selection {
  readonly query: string;
  /** The newest run it saw. */
  readonly run: Written | undefined;
  readonly rows: readonly number[];
}

/** What was selected last under each plan: pages of one query come one after the other, over all rows of a file. */
const selected = new WeakMap<Plan, Selection>();

/** Row numbers that fit a query, in file order; `offset` and `limit` are not applied. */
export function selectRows(sources: RowSources, query: RowQuery): readonly number[] {
  const { offset: _offset, limit: _limit, ...which } = query;
  const text = JSON.stringify(which);
  const run = sources.written.at(-1);
  // A plan is made of one table and one recipe: beside the query only what was written can differ.
  const known = selected.get(sources.plan);
  if (known?.query === text && known.run === run) return known.rows;
  const rows = allRows(sources, query);
  selected.set(sources.plan, { query: text, run, rows });
  return rows;
}

function allRows(sources: RowSources, query: RowQuery): readonly number[] {
  const fits = rowTest(sources, query);
  const rows: number[] = [];
  for (const block of sources.blocks) {
    for (let r = 0; r < block.size; r++) {
      const row = block.rowNumbers[r] ?? 0;
      if (fits(row, block, r)) rows.push(row);
    }
  }
  return rows;
}

type RowTest = (row: number, block: Block, index: number) => boolean;

/** The tests of a query that is made of several, cheapest first. */
function rowTest(sources: RowSources, query: RowQuery): RowTest {
  const tests: RowTest[] = [];
  if (query.statuses !== undefined) tests.push(statusTest(sources, query.statuses));
  if (query.actions !== undefined) tests.push(actionTest(sources, query.actions));
  if (query.outcomes !== undefined) tests.push(outcomeTest(sources, query.outcomes));
  if (query.issue !== undefined) tests.push(issueTest(sources, query.issue));
  const search = query.search?.trim().toLowerCase() ?? '';
  if (search !== '') tests.push(searchTest(sources, search));
  return (row, block, index) => tests.every((test) => test(row, block, index));
}

function statusTest({ plan }: RowSources, statuses: NonNullable<RowQuery['statuses']>): RowTest {
  const codes = new Set(statuses.map((status) => ROW_STATUSES.indexOf(status)));
  return (row) => {
    const place = findRow(plan.blocks, row);
    return place !== null && codes.has(place.block.statuses[place.index] ?? -1);
  };
}

function actionTest({ plan }: RowSources, wanted: NonNullable<RowQuery['actions']>): RowTest {
  const codes = new Set(wanted.map((action) => RECORD_ACTIONS.indexOf(action)));
  return (row) => {
    const place = findRow(plan.blocks, row);
    return (
      place?.block.entities.some(({ actions }) => codes.has(actions[place.index] ?? 0)) ?? false
    );
  };
}

function outcomeTest({ written }: RowSources, wanted: NonNullable<RowQuery['outcomes']>): RowTest {
  const codes = new Set(wanted.map((status) => OUTCOME_STATUSES.indexOf(status)));
  const outcomes = written.at(-1)?.result.outcomes ?? [];
  return (row) => {
    const place = findRow(outcomes, row);
    return place !== null && codes.has(place.block.statuses[place.index] ?? -1);
  };
}

function issueTest(sources: RowSources, wanted: NonNullable<RowQuery['issue']>): RowTest {
  const rows = new Set<number>();
  const collect = (issues: readonly Issue[]): void => {
    for (const issue of issues) {
      if (issue.row !== undefined && isOfGroup(issue, wanted)) rows.add(issue.row);
    }
  };
  for (const block of sources.plan.blocks) collect(block.issues);
  for (const block of sources.written.at(-1)?.result.outcomes ?? []) collect(block.issues);
  return (row) => rows.has(row);
}

function isOfGroup(issue: Issue, wanted: NonNullable<RowQuery['issue']>): boolean {
  return (
    issue.code === wanted.code &&
    (wanted.entity === undefined || (issue.entity ?? null) === wanted.entity) &&
    (issue.field ?? null) === wanted.field &&
    (wanted.value === null || issue.params['value'] === wanted.value)
  );
}

/** Searches cells as the person sees them: corrected where they were. */
function searchTest({ recipe }: RowSources, needle: string): RowTest {
  const edits = new Map(recipe.edits.map(({ row, column, value }) => [`${row}:${column}`, value]));
  return (row, block, r) =>
    block.columns.some(({ texts }, column) => {
      const text = edits.get(`${row}:${column}`) ?? texts[r] ?? '';
      return text.toLowerCase().includes(needle);
    });
}
