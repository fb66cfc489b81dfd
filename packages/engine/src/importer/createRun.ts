import { ImportError } from '../issue/ImportError.ts';
import type { PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { commitPlan } from '../commit/commitPlan.ts';
import type { CommitResult } from '../commit/CommitRun.ts';
import type { RowOutcome } from '../commit/Commit.ts';
import { rowOutcome } from '../commit/rowOutcome.ts';
import type { KnownRow, Plan } from '../plan/Plan.ts';
import { planImport } from '../plan/planImport.ts';
import { readRecords } from '../records/readRecords.ts';
import { buildReport } from '../report/buildReport.ts';
import type { Report } from '../report/Report.ts';
import type { Schema } from '../schema/Schema.ts';
import { validateRecords } from '../validation/validateRecords.ts';
import { errorFile } from './errorFile.ts';
import { findRow } from './findRow.ts';
import { pauseGate } from './pauseGate.ts';
import type { RememberedTable } from './rememberBlocks.ts';
import type { Recipe } from './Recipe.ts';
import { rowPage } from './rowPage.ts';
import type { RowSources } from './rowIndex.ts';
import type { CommitOptions, ImportSession } from './Session.ts';

/** The part of a session that begins when the columns are mapped: plan, rows, commit, error file. */
export type ImportRun = Pick<
  ImportSession,
  'plan' | 'rows' | 'commit' | 'pause' | 'resume' | 'cancel' | 'errorFile'
>;

export interface RunOptions {
  readonly schema: Schema;
  readonly adapter: PersistenceAdapter;
  /** The opened table, its profiles complete. */
  readonly table: () => Promise<RememberedTable>;
}

/** A recipe and what it would do. */
export interface Planned {
  readonly recipe: Recipe;
  readonly plan: Plan;
}

/** A plan that was written, as far as it could be. */
export interface Written extends Planned {
  readonly result: CommitResult;
}

/** Plans and writes the rows of one opened table, as often as they are corrected. */
export function createRun({ schema, adapter, table }: RunOptions): ImportRun {
  let planned: Planned | null = null;
  /** Oldest first. */
  const written: Written[] = [];
  const gate = pauseGate();
  let stop = new AbortController();

  async function plan(
    recipe: Recipe,
    onProgress?: Parameters<ImportSession['plan']>[1],
    signal?: AbortSignal,
  ): Promise<Plan['summary']> {
    const opened = await table();
    const { columns, defaults, edits, excluded, policy, settings } = recipe;
    const options = { columns, defaults, edits, excluded, signal };
    const records = validateRecords(readRecords(opened, schema, options), schema, { signal });
    const made = await planImport(records, {
      schema,
      columns,
      policy,
      adapter,
      context: { importId: '', settings },
      excluded,
      signal,
      known: (row) => knownRow(settledOutcome(written, row)),
      onProgress: (rowsDone) => onProgress?.({ rowsDone, rowsTotal: opened.rowCount }),
    });
    signal?.throwIfAborted();
    planned = { recipe, plan: made };
    return made.summary;
  }

  async function commit(options: CommitOptions): Promise<Report> {
    const { recipe, plan: current } = ready();
    stop = new AbortController();
    gate.open();
    const { importId, batchRows, parallel, onProgress } = options;
    const result = await commitPlan(current, {
      schema,
      columns: recipe.columns,
      policy: recipe.policy,
      adapter,
      context: { importId, settings: recipe.settings },
      ...(batchRows !== undefined && { batchRows }),
      ...(parallel !== undefined && { parallel }),
      ...(onProgress && { onProgress }),
      signal: options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal,
      gate: gate.wait,
      done: (row) => settledOutcome(written, row),
      run: written.length + 1,
    });
    written.push({ recipe, plan: current, result });
    return buildReport(written.map((run) => run.result));
  }

  function ready(): Planned {
    if (planned !== null) return planned;
    throw new ImportError('state-invalid', 'There is no plan yet. Call `plan` first.');
  }

  async function sources(): Promise<RowSources> {
    const { recipe, plan: current } = ready();
    return {
      blocks: (await table()).remembered() ?? [],
      recipe,
      plan: current,
      written,
    };
  }

  return {
    plan,
    commit,
    rows: async (query) => rowPage(await sources(), query),
    errorFile: async (format) => errorFile(await sources(), await table(), format),
    pause: gate.close,
    resume: gate.open,
    cancel() {
      gate.open();
      stop.abort();
    },
  };
}

/** What an earlier run of this import made of a row, where it is settled: written, or left alone for good. */
export function settledOutcome(written: readonly Written[], row: number): RowOutcome | undefined {
  const newest = written.at(-1);
  const place = newest && findRow(newest.result.outcomes, row);
  if (!place) return undefined;
  const outcome = rowOutcome(place.block, place.index);
  return outcome.status === 'written' || outcome.status === 'unchanged' ? outcome : undefined;
}

function knownRow(outcome: RowOutcome | undefined): KnownRow | undefined {
  return outcome && { done: true, records: outcome.records };
}
