import type {
  EntityPlan,
  FieldColumn,
  Issue,
  PlanBlock,
  RecordBlock,
  Value,
} from '@importera/engine';

/** Some rows of a planned block. */
export interface BlockRows {
  readonly block: PlanBlock;
  /** Their indexes in the block, in file order. */
  readonly rows: readonly number[];
}

/** Rows of several blocks of one plan as one block. A block that is taken whole is given as it is. */
export function gatherRows(parts: readonly BlockRows[]): PlanBlock {
  const first = firstOf(parts);
  if (parts.length === 1 && parts[0]?.rows.length === first.size) return first;
  const { entities, records } = first;
  const columns = columnGatherer(parts);
  const needs = gatherMap(parts, ({ needs: own }) => own);
  return {
    size: parts.reduce((sum, { rows }) => sum + rows.length, 0),
    rowNumbers: gatherNumbers(parts, ({ rowNumbers }) => rowNumbers, Uint32Array),
    statuses: gatherNumbers(parts, ({ statuses }) => statuses, Uint8Array),
    entities: entities.map((_, e) => gatherEntity(parts, e, columns)),
    issues: gatherIssues(parts, ({ issues }) => issues),
    ...(needs.size === 0 ? {} : { needs }),
    ...(records === undefined ? {} : { records: gatherRecords(parts, columns) }),
  };
}

function firstOf([first]: readonly BlockRows[]): PlanBlock {
  if (first === undefined) throw new Error('There are no rows to gather.');
  return first.block;
}

type Columns = (columnsOf: (block: PlanBlock) => readonly FieldColumn[]) => readonly FieldColumn[];

function gatherEntity(parts: readonly BlockRows[], e: number, columns: Columns): EntityPlan {
  const of = ({ entities }: PlanBlock): EntityPlan => {
    const found = entities[e];
    if (found === undefined) throw new Error('Blocks of one plan have the same entities.');
    return found;
  };
  const byte = (column: (plan: EntityPlan) => Uint8Array): Uint8Array =>
    gatherNumbers(parts, (block) => column(of(block)), Uint8Array);
  const number = (column: (plan: EntityPlan) => Int32Array): Int32Array =>
    gatherNumbers(parts, (block) => column(of(block)), Int32Array);
  const text = (
    column: (plan: EntityPlan) => readonly (string | null)[],
  ): readonly (string | null)[] => gatherValues(parts, (block) => column(of(block)));
  return {
    entity: of(firstOf(parts)).entity,
    actions: byte(({ actions }) => actions),
    matches: byte(({ matches }) => matches),
    keyEmpty: byte(({ keyEmpty }) => keyEmpty),
    recordNumbers: number(({ recordNumbers }) => recordNumbers),
    parentNumbers: number(({ parentNumbers }) => parentNumbers),
    ids: text(({ ids }) => ids),
    parentIds: text(({ parentIds }) => parentIds),
    fields: columns((block) => of(block).fields),
    changes: gatherMap(parts, (block) => of(block).changes),
    candidates: gatherMap(parts, (block) => of(block).candidates),
    references: gatherMap(parts, (block) => of(block).references),
  };
}

function gatherRecords(parts: readonly BlockRows[], columns: Columns): RecordBlock {
  const of = ({ records }: PlanBlock): RecordBlock => {
    if (records === undefined) throw new Error('Blocks of one plan are made alike.');
    return records;
  };
  const { entities } = of(firstOf(parts));
  const isAnyExcluded = parts.some(({ block }) => of(block).excluded !== undefined);
  return {
    size: parts.reduce((sum, { rows }) => sum + rows.length, 0),
    rowNumbers: gatherNumbers(parts, (block) => of(block).rowNumbers, Uint32Array),
    entities: entities.map(({ entity }, e) => ({
      entity,
      present: gatherNumbers(
        parts,
        (block) => of(block).entities[e]?.present ?? new Uint8Array(0),
        Uint8Array,
      ),
      fields: columns((block) => of(block).entities[e]?.fields ?? []),
    })),
    ...(isAnyExcluded && {
      excluded: gatherNumbers(
        parts,
        (block) => of(block).excluded ?? new Uint8Array(block.size),
        Uint8Array,
      ),
    }),
    issues: gatherIssues(parts, (block) => of(block).issues),
  };
}

/** Columns that the plan and its records have in common stay in common. */
function columnGatherer(parts: readonly BlockRows[]): Columns {
  const known = new Map<readonly Value[], FieldColumn>();
  return (columnsOf) =>
    columnsOf(firstOf(parts)).map((first, at) => {
      const shared = known.get(first.values);
      if (shared !== undefined) return shared;
      const column: FieldColumn = {
        field: first.field,
        column: first.column,
        values: gatherValues(parts, (block) => columnsOf(block)[at]?.values ?? []),
        ...(first.fixed === true && { fixed: true as const }),
        ...(first.blank !== undefined && {
          blank: gatherNumbers(
            parts,
            (block) => columnsOf(block)[at]?.blank ?? new Uint8Array(block.size),
            Uint8Array,
          ),
        }),
      };
      known.set(first.values, column);
      return column;
    });
}

function gatherNumbers<Numbers extends Uint8Array | Uint32Array | Int32Array>(
  parts: readonly BlockRows[],
  column: (block: PlanBlock) => Numbers,
  Numbers: new (length: number) => Numbers,
): Numbers {
  const gathered = new Numbers(parts.reduce((sum, { rows }) => sum + rows.length, 0));
  let at = 0;
  for (const { block, rows } of parts) {
    const own = column(block);
    for (const r of rows) {
      gathered[at] = own[r] ?? 0;
      at += 1;
    }
  }
  return gathered;
}

function gatherValues<Item>(
  parts: readonly BlockRows[],
  column: (block: PlanBlock) => readonly (Item | null)[],
): readonly (Item | null)[] {
  return parts.flatMap(({ block, rows }) => {
    const own = column(block);
    return rows.map((r) => own[r] ?? null);
  });
}

/** What is known of single rows, by their new indexes. */
function gatherMap<Item>(
  parts: readonly BlockRows[],
  mapOf: (block: PlanBlock) => ReadonlyMap<number, Item> | undefined,
): ReadonlyMap<number, Item> {
  const gathered = new Map<number, Item>();
  let start = 0;
  for (const { block, rows } of parts) {
    const own = mapOf(block);
    if (own !== undefined && own.size > 0) {
      for (const [at, r] of rows.entries()) {
        const item = own.get(r);
        if (item !== undefined) gathered.set(start + at, item);
      }
    }
    start += rows.length;
  }
  return gathered;
}

function gatherIssues(
  parts: readonly BlockRows[],
  issuesOf: (block: PlanBlock) => readonly Issue[],
): readonly Issue[] {
  return parts.flatMap(({ block, rows }) => {
    const issues = issuesOf(block);
    if (issues.length === 0 || rows.length === block.size) return issues;
    const kept = new Set(rows.map((r) => block.rowNumbers[r]));
    return issues.filter(({ row }) => kept.has(row));
  });
}
