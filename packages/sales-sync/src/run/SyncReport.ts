import type { Issue } from '@importera/engine';
import type { RowResult } from './commitRows.ts';
import type { SyncRow } from '../records/SyncRow.ts';

/** Records of one kind that a run wrote or looked at; a record may be looked at more than once. */
export interface SyncCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Something the other system did not take. It is tried again by the next run. */
export interface Rejected {
  /** Key of a document (`invoice:71`), id of a deal or number of a product. */
  readonly from: string;
  readonly entity: SyncEntity;
  readonly issues: readonly Issue[];
}

/** What a sync writes. */
export type SyncEntity = 'product' | 'deal' | 'document';

/** What a run did. */
export interface SyncReport {
  /** `failed`: a system or the store could not be reached (see `error`). Run again to go on. */
  readonly status: 'completed' | 'cancelled' | 'failed';
  readonly counts: Readonly<Record<SyncEntity, SyncCounts>>;
  readonly rejected: readonly Rejected[];
  readonly error: Error | null;
}

const NONE: SyncCounts = { created: 0, updated: 0, unchanged: 0 };

/** Of a run that did nothing. */
export const NO_COUNTS: SyncReport['counts'] = { product: NONE, deal: NONE, document: NONE };

/** Adds up what a run does. */
export interface ReportCounter {
  add(entity: SyncEntity, results: readonly RowResult<SyncRow>[]): void;
  counts(): SyncReport['counts'];
  report(status: SyncReport['status'], error: Error | null): SyncReport;
}

export function countReport(): ReportCounter {
  const counts: Record<SyncEntity, SyncCounts> = { ...NO_COUNTS };
  const rejected: Rejected[] = [];
  return {
    add(entity, results) {
      const of = (action: string): number =>
        results.filter((result) => result.action === action).length;
      const { created, updated, unchanged } = counts[entity];
      counts[entity] = {
        created: created + of('created'),
        updated: updated + of('updated'),
        unchanged: unchanged + of('unchanged') + of('skipped'),
      };
      for (const { status, row, issues } of results)
        if (status === 'rejected') rejected.push({ from: row.from, entity, issues });
    },
    counts: () => ({ ...counts }),
    report: (status, error) => ({ status, counts, rejected, error }),
  };
}
