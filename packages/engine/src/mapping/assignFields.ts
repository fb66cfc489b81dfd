/** A field that a column could be mapped to, with how sure that is. */
export interface Candidate {
  readonly column: number;
  readonly field: number;
  /** 0–1, a little more for equal names. */
  readonly rank: number;
}

/**
 * Gives each column at most one field and each field at most one column, so that the sum of the weighted scores is
 * greatest (Hungarian method). The weight grows steeply with the score: a nearly certain pair is not given up so
 * that a weaker one can be made elsewhere.
 * @returns for each column its field, or -1
 */
export function assignFields(
  columns: number,
  fields: number,
  candidates: readonly Candidate[],
): readonly number[] {
  const taken = new Int32Array(columns).fill(-1);
  for (const group of connectedGroups(columns, fields, candidates)) assignGroup(group, taken);
  return Array.from(taken);
}

const STEEPNESS = 10;

/** Columns that compete for fields, apart from those that do not. */
function connectedGroups(
  columns: number,
  fields: number,
  candidates: readonly Candidate[],
): readonly (readonly Candidate[])[] {
  const root = Int32Array.from({ length: columns + fields }, (_, index) => index);
  const find = (node: number): number => {
    let at = node;
    while (root[at] !== at) at = root[at] as number;
    return at;
  };
  for (const { column, field } of candidates) root[find(column)] = find(columns + field);
  const groups = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const group = find(candidate.column);
    const known = groups.get(group);
    if (known) known.push(candidate);
    else groups.set(group, [candidate]);
  }
  return [...groups.values()];
}

function assignGroup(group: readonly Candidate[], taken: Int32Array): void {
  const columns = [...new Set(group.map(({ column }) => column))];
  const fields = [...new Set(group.map(({ field }) => field))];
  const width = fields.length + columns.length;
  // Each column has a place of its own that means "no field", at no cost.
  const cost = columns.map(() => new Float64Array(width));
  const columnAt = new Map(columns.map((column, at) => [column, at]));
  const fieldAt = new Map(fields.map((field, at) => [field, at]));
  for (const { column, field, rank } of group) {
    const row = cost[columnAt.get(column) as number] as Float64Array;
    const at = fieldAt.get(field) as number;
    row[at] = Math.min(row[at] as number, -(rank ** STEEPNESS));
  }
  solve(cost, width).forEach((at, row) => {
    const column = columns[row] as number;
    const isCandidate = at < fields.length && ((cost[row] as Float64Array)[at] as number) < 0;
    taken[column] = isCandidate ? (fields[at] as number) : -1;
  });
}

/** Shortest augmenting paths (Jonker–Volgenant); rows ≤ width. Returns the place of each row. */
function solve(cost: readonly Float64Array[], width: number): readonly number[] {
  const rows = cost.length;
  const rowPrice = new Float64Array(rows + 1);
  const placePrice = new Float64Array(width + 1);
  const rowOf = new Int32Array(width + 1);
  const previous = new Int32Array(width + 1);
  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    let place = 0;
    const least = new Float64Array(width + 1).fill(Infinity);
    const visited = new Uint8Array(width + 1);
    do {
      visited[place] = 1;
      const current = rowOf[place] as number;
      let delta = Infinity;
      let next = 0;
      for (let at = 1; at <= width; at += 1) {
        if (visited[at]) continue;
        const reduced =
          ((cost[current - 1] as Float64Array)[at - 1] as number) -
          (rowPrice[current] as number) -
          (placePrice[at] as number);
        if (reduced < (least[at] as number)) {
          least[at] = reduced;
          previous[at] = place;
        }
        if ((least[at] as number) < delta) {
          delta = least[at] as number;
          next = at;
        }
      }
      for (let at = 0; at <= width; at += 1) {
        if (visited[at]) {
          rowPrice[rowOf[at] as number] = (rowPrice[rowOf[at] as number] as number) + delta;
          placePrice[at] = (placePrice[at] as number) - delta;
        } else least[at] = (least[at] as number) - delta;
      }
      place = next;
    } while (rowOf[place] !== 0);
    do {
      const back = previous[place] as number;
      rowOf[place] = rowOf[back] as number;
      place = back;
    } while (place !== 0);
  }
  const places = new Array<number>(rows).fill(-1);
  for (let at = 1; at <= width; at += 1) {
    if (rowOf[at]) places[(rowOf[at] as number) - 1] = at - 1;
  }
  return places;
}
