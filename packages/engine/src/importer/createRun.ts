import { ImportError } from '../issue/ImportError.ts';
import type { IssueTexts } from '../issue/IssueTexts.ts';
import { textsOf } from '../issue/nearestTexts.ts';
import type { AdapterContext, PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { commitPlan } from '../commit/commitPlan.ts';
import type { Plan } from '../plan/Plan.ts';
import { wholePlan } from '../plan/wholePlan.ts';
import { buildReport } from '../report/buildReport.ts';
import type { Report } from '../report/Report.ts';
import type { Schema } from '../schema/Schema.ts';
import { errorFile } from './errorFile.ts';
import { importScope } from './importScope.ts';
import { planRecipe } from './planRecipe.ts';
import { pauseGate } from './pauseGate.ts';
import type { PauseGate } from './pauseGate.ts';
import { readCorrections } from './readCorrections.ts';
import type { RememberedTable } from './rememberBlocks.ts';
import type { Recipe } from './Recipe.ts';
import { rowPage } from './rowPage.ts';
import type { RowSources } from './rowIndex.ts';
import type { CommitOptions, ImportSession } from './Session.ts';
import { settledOutcome } from './Written.ts';
import type { Planned, Written } from './Written.ts';

/** The part of a session that begins when the columns are mapped: plan, rows, commit, error file. */
export type ImportRun = Pick<
  ImportSession,
  'plan' | 'rows' | 'commit' | 'pause' | 'resume' | 'cancel' | 'errorFile' | 'corrections'
>;

export interface RunOptions {
  readonly schema: Schema;
  readonly adapter: PersistenceAdapter;
  /** Who imports, as the host names people. */
  readonly user?: string | undefined;
  /** Languages besides English that reasons can be asked for in. */
  readonly texts?: readonly IssueTexts[] | undefined;
  /** The opened table, its profiles complete. */
  readonly table: () => Promise<RememberedTable>;
}

/** What the calls of a run share. */
interface RunState {
  planned: Planned | null;
  /** Oldest first. */
  readonly written: Written[];
  readonly gate: PauseGate;
  stop: AbortController;
  committing: boolean;
}

/** Plans and writes the rows of one opened table, as often as they are corrected. */
export function createRun(options: RunOptions): ImportRun {
  const state: RunState = {
    planned: null,
    written: [],
    gate: pauseGate(),
    stop: new AbortController(),
    committing: false,
  };
  return {
    plan: (recipe, onProgress, signal) => plan({ options, state, recipe, onProgress, signal }),
    commit: (commitOptions) => commitAlone(options, state, commitOptions),
    rows: async (query) => rowPage(await sources(options, state), query),
    errorFile: async (format, language) =>
      errorFile(await sources(options, state), await options.table(), format, {
        texts: textsOf(language, options.texts),
        schema: options.schema,
      }),
    corrections: async (input, name) =>
      readCorrections(input, name, {
        table: await options.table(),
        isSettled: (row) => settledOutcome(state.written, row) !== undefined,
      }),
    pause: state.gate.close,
    resume: state.gate.open,
    cancel() {
      state.gate.open();
      state.stop.abort();
    },
  };
}

interface PlanCall {
  readonly options: RunOptions;
  readonly state: RunState;
  readonly recipe: Recipe;
  readonly onProgress: Parameters<ImportSession['plan']>[1];
  readonly signal: AbortSignal | undefined;
}

async function plan(call: PlanCall): Promise<Plan['summary']> {
  const { options, state, recipe, onProgress, signal } = call;
  const { schema, adapter } = options;
  const table = await options.table();
  const planned = planRecipe(table, recipe, {
    schema,
    adapter,
    by: personOf(options, ''),
    settled: (row) => settledOutcome(state.written, row),
    signal,
    onProgress: (rowsDone) => onProgress?.({ rowsDone, rowsTotal: table.rowCount }),
  });
  const made = await wholePlan(planned);
  signal?.throwIfAborted();
  state.planned = { recipe, plan: made };
  return made.summary;
}

function personOf(
  { user }: RunOptions,
  importId: string,
): Pick<AdapterContext, 'importId' | 'user'> {
  return { importId, ...(user !== undefined && { user }) };
}

/** Two at once would each write the rows the other has not yet. */
async function commitAlone(
  options: RunOptions,
  state: RunState,
  commitOptions: CommitOptions,
): Promise<Report> {
  if (state.committing) {
    throw new ImportError(
      'state-invalid',
      'The import is being written already. Wait for it to end, or `cancel` it, before the next `commit`.',
    );
  }
  state.committing = true;
  try {
    return await commit(options, state, commitOptions);
  } finally {
    state.committing = false;
  }
}

async function commit(
  options: RunOptions,
  state: RunState,
  { importId, signal, ...rest }: CommitOptions,
): Promise<Report> {
  const planned = ready(state);
  const { columns, policy } = planned.recipe;
  const by = personOf(options, importId);
  const { schema, context } = importScope(options.schema, planned.recipe, by);
  const { written, gate } = state;
  state.stop = new AbortController();
  gate.open();
  const result = await commitPlan(planned.plan, {
    ...rest,
    schema,
    columns,
    policy,
    adapter: options.adapter,
    context,
    signal: signal ? AbortSignal.any([signal, state.stop.signal]) : state.stop.signal,
    gate: gate.wait,
    done: (row) => settledOutcome(written, row),
    // A run that was cut short is taken up under the same batch ids, so what was on its way is not written twice.
    run: 1 + written.filter((run) => run.result.status === 'completed').length,
  });
  written.push({ ...planned, result });
  return buildReport(written.map((run) => run.result));
}

function ready({ planned }: RunState): Planned {
  if (planned !== null) return planned;
  throw new ImportError('state-invalid', 'There is no plan yet. Call `plan` first.');
}

async function sources({ table }: RunOptions, state: RunState): Promise<RowSources> {
  const blocks = (await table()).remembered() ?? [];
  return { ...ready(state), blocks, written: state.written };
}
