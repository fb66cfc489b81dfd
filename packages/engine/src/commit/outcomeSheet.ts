import type { Issue } from '../issue/Issue.ts';
import { OUTCOME_STATUSES, type OutcomeStatus, type RowOutcome } from './Commit.ts';
import { OUTCOME_ACTIONS, type OutcomeBlock } from './OutcomeBlock.ts';

/** The outcomes of a block being filled in; every row starts as pending. */
export interface OutcomeSheet {
  readonly size: number;
  /** Notes what became of a row. A row that is settled a second time keeps what was written the first. */
  settle(r: number, outcome: RowOutcome): void;
  isSettled(r: number): boolean;
  block(): OutcomeBlock;
}

const NONE = OUTCOME_ACTIONS.indexOf('none');
const PENDING = OUTCOME_STATUSES.indexOf('pending');
/** Weakest first: the stronger of two actions on the same record stays. */
const STRENGTH = ['none', 'skipped', 'unchanged', 'updated', 'created'] as const;

/** @param entities in parent-before-child order. */
export function outcomeSheet(rowNumbers: Uint32Array, entities: readonly string[]): OutcomeSheet {
  const size = rowNumbers.length;
  const statuses = new Uint8Array(size).fill(PENDING);
  const issues = new Map<number, readonly Issue[]>();
  const parts = entities.map((entity) => ({
    entity,
    actions: new Uint8Array(size),
    ids: Array.from({ length: size }, (): string | null => null),
  }));
  return {
    size,
    settle(r, { status, records, issues: found }) {
      const before = OUTCOME_STATUSES[statuses[r] ?? PENDING] ?? 'pending';
      statuses[r] = OUTCOME_STATUSES.indexOf(statusAfter(before, status));
      if (found.length > 0) issues.set(r, [...(issues.get(r) ?? []), ...found]);
      for (const { entity, action, id } of records) {
        const part = parts.find((other) => other.entity === entity);
        if (part === undefined) continue;
        part.ids[r] = id ?? part.ids[r] ?? null;
        part.actions[r] = stronger(part.actions[r] ?? 0, OUTCOME_ACTIONS.indexOf(action));
      }
    },
    isSettled: (r) => statuses[r] !== PENDING,
    block: () => {
      const inOrder = [...issues].sort(([a], [b]) => a - b).flatMap(([, found]) => found);
      return { size, rowNumbers, statuses, entities: parts, issues: inOrder };
    },
  };
}

function statusAfter(before: OutcomeStatus, now: OutcomeStatus): OutcomeStatus {
  return before === 'written' && (now === 'unchanged' || now === 'skipped') ? before : now;
}

function stronger(a: number, b: number): number {
  // As for nearly every row.
  if (a === NONE) return b;
  const strength = (action: number): number => STRENGTH.indexOf(OUTCOME_ACTIONS[action] ?? 'none');
  return strength(a) >= strength(b) ? a : b;
}
