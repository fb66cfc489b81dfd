import { useEffect, useState } from 'react';
import type { Importer, Recipe } from '@importera/engine';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';

export interface Corrections {
  /** Cells corrected since the last run. */
  readonly count: number;
  /** Rows failed while they were written: they may pass on the next try, with nothing corrected. */
  readonly canRetry: boolean;
  /** The corrected rows are being checked before they are written. */
  readonly checking: boolean;
  /** Takes over a corrected error file. */
  openFile(file: File): void;
  /** Checks the corrected rows and writes those not yet written (AP11). */
  importCorrected(): Promise<void>;
}

const NONE: Recipe['edits'] = [];

/** What was corrected in the result, and the way to import just that. */
export function useCorrections(): Corrections {
  const { importer } = useImporterScope();
  const edits = useOpenState((state) => state.recipe.edits);
  const before = useImporterState((state) =>
    state.step === 'result' ? state.correctedFrom : NONE,
  );
  const checking = useOpenState((state) => state.plan.status === 'planning');
  const known = new Set(before);
  return {
    count: edits.filter((edit) => !known.has(edit)).length,
    canRetry: useFailedWrites(importer),
    checking,
    openFile: (file) => void importer.actions.openCorrections(file, file.name),
    async importCorrected() {
      await importer.actions.replan();
      await importer.actions.start();
    },
  };
}

/** Whether the last run rejected rows because writing them failed. */
function useFailedWrites(importer: Importer): boolean {
  const report = useImporterState((state) => (state.step === 'result' ? state.report : null));
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    const issue = { code: 'write-failed', field: null, value: null };
    importer.rows({ outcomes: ['rejected'], issue, offset: 0, limit: 1 }).then(
      ({ total }) => current && setFailed(total > 0),
      // The grid tells that rows cannot be had, and offers to try again.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [importer, report]);
  return failed;
}
