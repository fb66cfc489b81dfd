import { changesOf } from './changesOf.ts';
import { checkRequired, checkUnique } from './checkRow.ts';
import type { EntityRules } from './entityRules.ts';
import { identify } from './identify.ts';
import type { RowStatus } from './Plan.ts';
import type { RowPart, RowPlan, RowTask } from './PlanRun.ts';
import { resolveReferences } from './resolveReferences.ts';

/**
 * Plans one row against the records as earlier rows leave them. Has no effect (see `applyRow`).
 * Undefined: the adapter must be asked `task.asks` first.
 */
export function planRow(task: RowTask): RowPlan | undefined {
  const { run, block, r, row } = task;
  if (run.excluded.has(row) || block.records.excluded?.[r] === 1)
    return { ...LEFT_OUT, status: 'skip' };
  if (task.known?.done !== true && block.faulty.has(row)) return { ...LEFT_OUT, status: 'reject' };
  for (let e = 0; e < block.entities.length; e += 1) {
    if (block.entities[e]?.present[r] !== 1) continue;
    const part = planPart(task, e);
    // The other parts may have questions of their own, but only this one's parent is known.
    if (part === undefined) return undefined;
    task.parts[e] = part;
  }
  if (task.asks.length > 0) return undefined;
  if (task.issues.some(({ severity }) => severity === 'error')) {
    return { ...LEFT_OUT, status: 'reject', issues: task.issues };
  }
  if (run.policy.ambiguous === 'skip' && task.parts.some((part) => part?.match === 'ambiguous')) {
    return {
      status: 'ambiguous',
      parts: task.parts.map((part) => part && skipped(part)),
      issues: task.issues,
      needs: [],
    };
  }
  const { parts, issues, needs } = task;
  return { status: statusOf(parts), parts, issues, needs };
}

const LEFT_OUT = { parts: [], issues: [], needs: [] } as const;

function planPart(task: RowTask, e: number): RowPart | undefined {
  const rules = task.run.rules[e];
  if (rules === undefined) return undefined;
  const references = task.known?.done === true ? NO_REFERENCES : resolveReferences(task, rules);
  const parent = task.parts[rules.parent];
  // Inside a record that is not there, nothing is found and nothing made.
  if (parent !== undefined && parent.record < 0) return SKIPPED;
  // Without its references the key may not be whole; ask for the rest all the same.
  const identity = identify(task, rules, references ?? NO_REFERENCES);
  if (identity === undefined || references === undefined) return undefined;
  const found: RowPart = {
    ...identity,
    action: 'unchanged',
    fresh: identity.record < 0,
    record: identity.record < 0 ? nextRecord(task) : identity.record,
    parent: parent?.record ?? -1,
    changes: [],
    references,
  };
  if (identity.record < 0 && identity.stored === null) return newPart(task, rules, found);
  if (task.known?.done === true) return found;
  return existingPart(task, rules, found);
}

function newPart(task: RowTask, rules: EntityRules, part: RowPart): RowPart | undefined {
  const { match } = part;
  const { mode, ambiguous } = task.run.policy;
  if (task.known?.done === true) return skipped(part);
  if (match === 'ambiguous') reportAmbiguous(task, rules, part);
  if (mode === 'update' || (match === 'ambiguous' && ambiguous === 'skip')) return skipped(part);
  checkRequired(task, rules);
  const created: RowPart = { ...part, action: 'create' };
  return checkUnique(task, rules, created) ? created : undefined;
}

function existingPart(task: RowTask, rules: EntityRules, part: RowPart): RowPart | undefined {
  reportOtherParent(task, rules, part);
  const changes = changesOf(task, rules, part);
  if (changes.length === 0) return part;
  // Nothing that exists is changed; what this import made earlier counts as existing (AP12).
  if (task.run.policy.mode === 'create') return { ...part, action: 'skip' };
  const updated: RowPart = { ...part, action: 'update', changes };
  return checkUnique(task, rules, updated) ? updated : undefined;
}

/** The number the record gets if this row is the first to hit it: numbers are given out part by part. */
function nextRecord({ run, parts }: RowTask): number {
  let fresh = 0;
  for (const part of parts) if (part?.fresh === true) fresh += 1;
  return run.states.count() + fresh;
}

const NO_REFERENCES: RowPart['references'] = new Map();

const SKIPPED: RowPart = {
  match: 'none',
  keyEmpty: false,
  record: -1,
  stored: null,
  candidates: [],
  byId: false,
  action: 'skip',
  fresh: false,
  parent: -1,
  changes: [],
  references: NO_REFERENCES,
};

function skipped({ match, candidates, keyEmpty }: RowPart): RowPart {
  return { ...SKIPPED, match, candidates, keyEmpty };
}

function statusOf(parts: readonly (RowPart | undefined)[]): RowStatus {
  if (parts.some((part) => part?.match === 'ambiguous')) return 'ambiguous';
  return STATUSES.find((action) => parts.some((part) => part?.action === action)) ?? 'skip';
}

/** Weightiest first. */
const STATUSES = ['create', 'update', 'unchanged'] as const;

function reportAmbiguous(
  task: RowTask,
  { entity }: EntityRules,
  { candidates, names = '' }: RowPart,
): void {
  // As the value, so that rows which fit the same records are one group.
  const params = { candidates, count: candidates.length, ...(names !== '' && { value: names }) };
  task.issues.push({ code: 'ambiguous-match', severity: 'warning', row: task.row, entity, params });
}

/** A record found by its id may belong to another parent than its row says: it stays where it is. */
function reportOtherParent(task: RowTask, { entity }: EntityRules, part: RowPart): void {
  const { states } = task.run;
  if (part.parent < 0 || part.parent === states.parent(part.record)) return;
  const own = part.stored === null ? states.parentId(part.record) : (part.stored.parentId ?? null);
  if (own !== null && own === idOf(task, part.parent)) return;
  task.issues.push({
    code: 'parent-differs',
    severity: 'warning',
    row: task.row,
    entity,
    params: {},
  });
}

/** Id of a record of this row in the host's store; null for a new one. */
function idOf({ run, parts }: RowTask, record: number): string | null {
  return parts.find((part) => part?.record === record)?.stored?.id ?? run.states.id(record);
}
