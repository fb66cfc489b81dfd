import { OUTCOME_STATUSES } from '../commit/Commit.ts';
import type { CommitResult } from '../commit/CommitRun.ts';
import { OUTCOME_ACTIONS, type OutcomeBlock } from '../commit/OutcomeBlock.ts';
import type { ImportError } from '../issue/ImportError.ts';
import type { Report } from './Report.ts';

/**
 * Adds up an import. Give the results of all its runs, oldest first: of a row that was sent again the last outcome counts, and a
 * record that one row made and others changed counts as created, once.
 * @param runs at least one.
 */
export function buildReport(runs: readonly CommitResult[]): Report {
  const first = runs[0];
  const last = runs.at(-1);
  const tally = newTally();
  const seen = new Set<number>();
  for (const [age, { outcomes }] of [...runs].reverse().entries()) {
    const isLast = age === runs.length - 1;
    for (const block of outcomes) addBlock(tally, block, { seen, remember: !isLast });
  }
  return {
    importId: last?.importId ?? '',
    status: last?.status ?? 'completed',
    rows: tally.rows,
    created: counts(tally.created),
    updated: counts(tally.updated),
    unchanged: counts(tally.unchanged),
    skipped: tally.skipped,
    rejected: tally.rejected,
    ids: writtenIds(tally),
    error: last?.error ? errorData(last.error) : null,
    seconds: runs.reduce((sum, { seconds }) => sum + seconds, 0),
    startedAt: first?.startedAt ?? '',
    finishedAt: last?.finishedAt ?? '',
  };
}

function errorData({ code, message, params }: ImportError): Report['error'] {
  return { code, message, params };
}

/** Ids by entity. */
type Ids = Map<string, Set<string>>;

interface Tally {
  readonly created: Ids;
  readonly updated: Ids;
  readonly unchanged: Ids;
  rows: number;
  skipped: number;
  rejected: number;
}

function newTally(): Tally {
  return {
    created: new Map(),
    updated: new Map(),
    unchanged: new Map(),
    rows: 0,
    skipped: 0,
    rejected: 0,
  };
}

interface Seen {
  /** Rows of later runs. */
  readonly seen: Set<number>;
  readonly remember: boolean;
}

function addBlock(tally: Tally, block: OutcomeBlock, { seen, remember }: Seen): void {
  for (const { entity } of block.entities) nameEntity(tally, entity);
  for (let r = 0; r < block.size; r += 1) {
    const row = block.rowNumbers[r] ?? 0;
    // A record is counted by what any run did to it; a row by what the last run did.
    addRecords(tally, block, r);
    if (seen.has(row)) continue;
    if (remember) seen.add(row);
    tally.rows += 1;
    const status = OUTCOME_STATUSES[block.statuses[r] ?? 0];
    if (status === 'skipped') tally.skipped += 1;
    if (status === 'rejected') tally.rejected += 1;
  }
}

/** Every entity of the import is named, also with a count of 0. */
function nameEntity({ created, updated, unchanged }: Tally, entity: string): void {
  for (const ids of [created, updated, unchanged]) if (!ids.has(entity)) ids.set(entity, new Set());
}

function addRecords(tally: Tally, { entities }: OutcomeBlock, r: number): void {
  for (const { entity, actions, ids } of entities) {
    const action = OUTCOME_ACTIONS[actions[r] ?? 0];
    const id = ids[r] ?? null;
    if (id === null || action === undefined || action === 'none' || action === 'skipped') continue;
    tally[action].get(entity)?.add(id);
  }
  settleStrongest(tally, entities, r);
}

/** Created is more than updated, updated more than unchanged. */
function settleStrongest(
  { created, updated, unchanged }: Tally,
  entities: OutcomeBlock['entities'],
  r: number,
): void {
  for (const { entity, ids } of entities) {
    const id = ids[r] ?? null;
    if (id === null) continue;
    if (created.get(entity)?.has(id) === true) updated.get(entity)?.delete(id);
    if (created.get(entity)?.has(id) === true || updated.get(entity)?.has(id) === true)
      unchanged.get(entity)?.delete(id);
  }
}

function counts(ids: Ids): Readonly<Record<string, number>> {
  return Object.fromEntries([...ids].map(([entity, set]) => [entity, set.size]));
}

function writtenIds({ created, updated }: Tally): Report['ids'] {
  const entities = new Set([...created.keys(), ...updated.keys()]);
  return Object.fromEntries(
    [...entities].map((entity) => [
      entity,
      [...(created.get(entity) ?? []), ...(updated.get(entity) ?? [])],
    ]),
  );
}
