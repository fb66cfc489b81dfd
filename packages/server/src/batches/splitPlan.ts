import type { PlanBlock } from '@importera/engine';
import { gatherRows, type BlockRows } from './gatherRows.ts';
import { recordBatches, type RecordBatches } from './recordBatches.ts';

/** Rows of one batch in the order they take effect. */
export interface BatchPiece {
  readonly batch: number;
  readonly block: PlanBlock;
}

/** Splits a plan into batches while it streams by. */
export interface PlanSplitter {
  /** Takes the next block, and gives the pieces that can be stored now. */
  add(block: PlanBlock): readonly BatchPiece[];
  /** The last pieces, the batches there are, and those that became part of another one. */
  end(): {
    readonly pieces: readonly BatchPiece[];
    readonly batches: readonly { readonly number: number; readonly rows: number }[];
    readonly links: ReadonlyMap<number, number>;
  };
}

/** Blocks held back to put rows of one batch together: what bounds the memory. */
const HELD_BLOCKS = 16;
/** Rows of a piece put together. */
const PIECE_ROWS = 1_024;

/** A block, and the batch of each of its rows. */
interface PlacedBlock {
  readonly block: PlanBlock;
  readonly batchOf: Int32Array;
}

/**
 * Splits a plan into batches that share no record one of them writes (see `recordBatches`), each stored as pieces of its own,
 * so that whoever writes a batch reads nothing else. A block whose rows all go to one batch is a piece as it is.
 * @param batchRows rows with which a batch is full; `Infinity` makes one batch.
 */
export function splitPlan(batchRows: number): PlanSplitter {
  const batches = recordBatches(batchRows);
  let held: PlacedBlock[] = [];
  const release = (): readonly BatchPiece[] => {
    const pieces = piecesOf(batches, held);
    held = [];
    return pieces;
  };
  return {
    add(block) {
      const batchOf = Int32Array.from({ length: block.size }, (_, r) => batches.place(block, r));
      held.push({ block, batchOf });
      const isPlain = held.length === 1 && isOfOneBatch(batches, batchOf);
      return isPlain || held.length >= HELD_BLOCKS ? release() : [];
    },
    end() {
      const pieces = release();
      const all = Array.from({ length: batches.made }, (_, batch) => batch);
      const roots = all.filter((batch) => batches.find(batch) === batch);
      return {
        pieces,
        batches: roots.map((number) => ({ number, rows: batches.rows(number) })),
        links: new Map(
          all.flatMap((batch) => {
            const root = batches.find(batch);
            return root === batch ? [] : [[batch, root] as const];
          }),
        ),
      };
    },
  };
}

function isOfOneBatch({ find }: RecordBatches, batchOf: Int32Array): boolean {
  const first = find(batchOf[0] ?? 0);
  return batchOf.every((batch) => find(batch) === first);
}

function piecesOf({ find }: RecordBatches, held: readonly PlacedBlock[]): readonly BatchPiece[] {
  const parts = new Map<number, BlockRows[]>();
  for (const { block, batchOf } of held) {
    const rows = new Map<number, number[]>();
    for (const [r, batch] of batchOf.entries()) {
      const root = find(batch);
      const own = rows.get(root);
      if (own === undefined) rows.set(root, [r]);
      else own.push(r);
    }
    for (const [batch, own] of rows)
      parts.set(batch, [...(parts.get(batch) ?? []), { block, rows: own }]);
  }
  return [...parts].flatMap(([batch, own]) =>
    portions(own).map((portion) => ({ batch, block: gatherRows(portion) })),
  );
}

/** Parts put together until they are large enough; a whole block stays alone. */
function portions(parts: readonly BlockRows[]): readonly (readonly BlockRows[])[] {
  const found: BlockRows[][] = [];
  let rows = PIECE_ROWS;
  for (const part of parts) {
    const isWhole = part.rows.length === part.block.size;
    if (rows >= PIECE_ROWS || isWhole) {
      found.push([]);
      rows = 0;
    }
    found.at(-1)?.push(part);
    rows = isWhole ? PIECE_ROWS : rows + part.rows.length;
  }
  return found;
}
