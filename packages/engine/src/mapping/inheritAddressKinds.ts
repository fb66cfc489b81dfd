import type { Unit } from './lexicon/units.ts';
import type { Meaning } from './Meaning.ts';

/** What an address is made of. */
export const ADDRESS_PARTS: ReadonlySet<Unit> = new Set<Unit>([
  'address',
  'street',
  'house-number',
  'address-line-2',
  'address-line-3',
  'po-box',
  'care-of',
  'postal-code',
  'city',
  'postal-place',
  'region',
  'state',
  'country',
  'country-code',
]);
/** Which address it is. */
const ADDRESS_KINDS: ReadonlySet<Unit> = new Set<Unit>([
  'billing',
  'shipping',
  'mailing',
  'visiting',
  'seat',
  'home',
  'work',
]);

/** Neighbouring columns that make one address. */
interface Run {
  readonly columns: number[];
  readonly parts: Set<Unit>;
  kind: Unit | null;
}

/**
 * Gives the parts of an address the kind that a neighbour names, where the file has more than one address: in `Delivery
 * street`, `Postcode`, `City` all three are the delivery's when there is another `City`.
 */
export function inheritAddressKinds(meanings: readonly Meaning[]): readonly Meaning[] {
  const counts = new Map<Unit, number>();
  for (const part of meanings.flatMap(partOf)) counts.set(part, (counts.get(part) ?? 0) + 1);
  const kinds = new Map<number, Unit>();
  for (const { columns, kind } of findRuns(meanings)) {
    if (kind !== null) for (const column of columns) kinds.set(column, kind);
  }
  return meanings.map((meaning, column) => {
    const kind = kinds.get(column);
    const [part] = partOf(meaning);
    const isRepeated = part !== undefined && (counts.get(part) ?? 0) > 1;
    if (kind === undefined || !isRepeated || meaning.qualifiers.length > 0) return meaning;
    return { ...meaning, qualifiers: [kind] };
  });
}

/** A new address begins with a part that the current one has already, or with another kind. */
function findRuns(meanings: readonly Meaning[]): readonly Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  meanings.forEach((meaning, column) => {
    const [part] = partOf(meaning);
    const kind = meaning.qualifiers.find((unit) => ADDRESS_KINDS.has(unit)) ?? null;
    if (part === undefined) {
      run = null;
      return;
    }
    const isOther = kind !== null && run?.kind !== null && kind !== run?.kind;
    if (run === null || isOther || run.parts.has(part)) {
      run = { columns: [], parts: new Set(), kind: null };
      runs.push(run);
    }
    run.columns.push(column);
    run.parts.add(part);
    run.kind ??= kind;
  });
  return runs;
}

function partOf({ content }: Meaning): readonly Unit[] {
  const part = content.find((unit) => ADDRESS_PARTS.has(unit));
  return part === undefined ? [] : [part];
}
