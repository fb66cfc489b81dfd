import type { OutcomeStatus } from '@importera/engine';
import { OUTCOME_STATUSES } from '@importera/engine';
import { useEffect, useState } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';

export type OutcomeCounts = Partial<Record<OutcomeStatus, number>>;

/** Rows by outcome over all runs of the import; the report counts records, not rows. */
export function useOutcomeCounts(runs: number): OutcomeCounts {
  const { importer } = useImporterScope();
  const [counts, setCounts] = useState<OutcomeCounts>({});
  useEffect(() => {
    let current = true;
    const count = async (status: OutcomeStatus): Promise<readonly [OutcomeStatus, number]> => {
      const page = await importer.rows({ outcomes: [status], offset: 0, limit: 1 });
      return [status, page.total];
    };
    Promise.all(OUTCOME_STATUSES.map(count)).then(
      (entries) => current && setCounts(Object.fromEntries(entries)),
      // The grid below tells that rows cannot be had, and offers to try again.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [importer, runs]);
  return counts;
}
