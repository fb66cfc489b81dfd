import { rowOutcome } from '../commit/rowOutcome.ts';
import { plannedRow } from '../plan/plannedRow.ts';
import { findRow } from './findRow.ts';
import type { Recipe } from './Recipe.ts';
import { selectRows } from './rowIndex.ts';
import type { RowSources } from './rowIndex.ts';
import type { GridRow, RowPage, RowQuery } from './Session.ts';
import { settledOutcome } from './Written.ts';
import type { Planned } from './Written.ts';
import { previewRow } from './tableInfo.ts';

/** The rows that fit a query, from `offset` on, at most `limit`. */
export function rowPage(sources: RowSources, query: RowQuery): RowPage {
  const found = selectRows(sources, query);
  const shown = found.slice(query.offset, query.offset + query.limit);
  const edits = editsOf();
  return {
    total: found.length,
    rows: shown.flatMap((row) => gridRow(row, sources, edits) ?? []),
  };
}

type RowEdits = ReadonlyMap<number, string>;

/** The edits of a recipe by row, each recipe gone through once. */
function editsOf(): (recipe: Recipe, row: number) => RowEdits {
  const known = new Map<Recipe, ReadonlyMap<number, RowEdits>>();
  return (recipe, row) => {
    const edits = known.get(recipe) ?? editsByRow(recipe);
    known.set(recipe, edits);
    return edits.get(row) ?? new Map<number, string>();
  };
}

function editsByRow(recipe: Recipe): ReadonlyMap<number, RowEdits> {
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, value } of recipe.edits) {
    rows.set(row, (rows.get(row) ?? new Map<number, string>()).set(column, value));
  }
  return rows;
}

function gridRow(
  row: number,
  sources: RowSources,
  editsIn: ReturnType<typeof editsOf>,
): GridRow | null {
  const { plan, recipe } = plannedBy(row, sources);
  const edits = editsIn(recipe, row);
  const raw = findRow(sources.blocks, row);
  const planned = findRow(plan.blocks, row);
  if (raw === null || planned === null) return null;
  const { cells } = previewRow(raw.block, raw.index);
  const newest = sources.written.at(-1);
  const outcome = newest ? findRow(newest.result.outcomes, row) : null;
  return {
    row,
    cells: cells.map((text, column) => edits.get(column) ?? text),
    planned: plannedRow(planned.block, planned.index),
    outcome: outcome && rowOutcome(outcome.block, outcome.index),
    edited: [...edits.keys()],
  };
}

/** What a row was written by: later plans only know that it was, and later edits of it come to nothing. */
function plannedBy(row: number, { plan, recipe, written }: RowSources): Planned {
  const runs = written.map((_, index) => written.slice(0, index + 1));
  const settled = runs.find((upTo) => settledOutcome(upTo, row) !== undefined);
  return settled?.at(-1) ?? { plan, recipe };
}
