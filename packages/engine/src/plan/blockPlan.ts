import type { Issue } from '../issue/Issue.ts';
import type { Value } from '../schema/Schema.ts';
import {
  MATCH_KINDS,
  RECORD_ACTIONS,
  ROW_STATUSES,
  type EntityPlan,
  type FieldChange,
  type PlanBlock,
} from './Plan.ts';
import { markedRecord, type PlanRun, type RowPart, type RowPlan } from './PlanRun.ts';
import type { PreparedBlock, PreparedEntity } from './preparedBlock.ts';

/** A planned block being filled, row by row. */
export interface BlockPlan {
  set(r: number, plan: RowPlan): void;
  finish(): PlanBlock;
}

export function blockPlan(run: PlanRun, block: PreparedBlock): BlockPlan {
  const { records } = block;
  const statuses = new Uint8Array(records.size);
  const issues: Issue[] = [...records.issues];
  const needs = new Map<number, readonly number[]>();
  const entities = block.entities.map((entity) => entityPlan(run, entity));
  return {
    set(r, plan) {
      statuses[r] = ROW_STATUSES.indexOf(plan.status);
      for (const issue of plan.issues) issues.push(issue);
      if (plan.needs.length > 0) needs.set(r, plan.needs);
      for (let e = 0; e < plan.parts.length; e += 1) {
        const part = plan.parts[e];
        if (part !== undefined) entities[e]?.set(r, part);
      }
    },
    finish: () => ({
      size: records.size,
      rowNumbers: records.rowNumbers,
      statuses,
      entities: entities.map(({ plan }) => plan),
      issues: inRowOrder(issues, records.rowNumbers),
      records,
      ...(needs.size === 0 ? {} : { needs }),
    }),
  };
}

function inRowOrder(issues: readonly Issue[], rowNumbers: Uint32Array): readonly Issue[] {
  if (issues.length < 2) return issues;
  const places = new Map<number, number>();
  for (const [r, row] of rowNumbers.entries()) places.set(row, r);
  const place = ({ row }: Issue): number => (row === undefined ? -1 : (places.get(row) ?? -1));
  return [...issues].sort((a, b) => place(a) - place(b));
}

function entityPlan(
  run: PlanRun,
  entity: PreparedEntity,
): { readonly plan: EntityPlan; set(r: number, part: RowPart): void } {
  const size = entity.present.length;
  const ids = Array.from({ length: size }, (): string | null => null);
  const parentIds = [...ids];
  const changes = new Map<number, readonly FieldChange[]>();
  const candidates = new Map<number, readonly string[]>();
  const references = new Map<number, Readonly<Record<string, number>>>();
  const shown = new Set(entity.rules.fields.map(({ slot }) => slot));
  const plan = {
    entity: entity.rules.entity,
    actions: new Uint8Array(size),
    matches: new Uint8Array(size),
    keyEmpty: new Uint8Array(size),
    recordNumbers: new Int32Array(size).fill(-1),
    parentNumbers: new Int32Array(size).fill(-1),
    ids,
    parentIds,
    fields: entity.shown.filter((_, slot) => shown.has(slot)),
    changes,
    candidates,
    references,
  };
  return {
    plan,
    set(r, part) {
      plan.actions[r] = RECORD_ACTIONS.indexOf(part.action);
      plan.matches[r] = MATCH_KINDS.indexOf(part.match);
      plan.keyEmpty[r] = part.keyEmpty ? 1 : 0;
      plan.recordNumbers[r] = part.record;
      plan.parentNumbers[r] = part.parent;
      ids[r] = run.states.id(part.record);
      parentIds[r] = run.states.id(part.parent);
      if (part.changes.length > 0)
        changes.set(
          r,
          part.changes.map((change) => readable(entity, r, change)),
        );
      if (part.candidates.length > 0) candidates.set(r, part.candidates);
      const open = openReferences(entity, r, part);
      if (open !== null) references.set(r, open);
      fillIn(entity, r, part);
    },
  };
}

/** Stored ids in place of the readable text. */
function fillIn({ shown }: PreparedEntity, r: number, { references }: RowPart): void {
  for (const [slot, value] of references) {
    const values = shown[slot]?.values as Value[] | undefined;
    if (values !== undefined && markedRecord(value) === undefined) values[r] = value;
  }
}

function readable({ rules, shown }: PreparedEntity, r: number, change: FieldChange): FieldChange {
  const text = shown[rules.names.indexOf(change.field)]?.values[r] ?? null;
  const to = markedRecord(change.to) === undefined ? change.to : text;
  // What an earlier row referred to has no id yet either.
  return {
    field: change.field,
    from: markedRecord(change.from) === undefined ? change.from : null,
    to,
  };
}

function openReferences(
  { rules }: PreparedEntity,
  r: number,
  part: RowPart,
): Readonly<Record<string, number>> | null {
  if (part.references.size === 0) return null;
  const open: [string, number][] = [];
  for (const [slot, value] of part.references) {
    const record = markedRecord(value);
    const field = rules.names[slot];
    if (record === undefined || field === undefined) continue;
    const written =
      part.action === 'create' || part.changes.some((change) => change.field === field);
    if (written) open.push([field, record]);
  }
  return open.length === 0 ? null : Object.fromEntries(open);
}
