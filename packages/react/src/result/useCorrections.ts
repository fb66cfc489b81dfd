import { useEffect, useState } from 'react';
import type { Importer, Recipe } from '@importera/engine';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';

/** The way to write what was not yet written. */
export interface AnotherRun {
  /** The rows are being checked before they are written. */
  readonly checking: boolean;
  /** Checks the rows and writes those not yet written (AP11). */
  importCorrected(): Promise<void>;
}

export interface Corrections extends AnotherRun {
  /** Cells corrected since the last run. */
  readonly count: number;
  /** Rows failed while they were written: they may pass on the next try, with nothing corrected. */
  readonly canRetry: boolean;
  /** Takes over a corrected error file. */
  openFile(file: File): void;
}

const NONE: Recipe['edits'] = [];

export function useAnotherRun(): AnotherRun {
  const { importer } = useImporterScope();
  const checking = useOpenState((state) => state.plan.status === 'planning');
  return {
    checking,
    async importCorrected() {
      await importer.actions.replan();
      await importer.actions.start();
    },
  };
}

/** What was corrected in the result, and the way to import just that. */
export function useCorrections(): Corrections {
  const { importer } = useImporterScope();
  const edits = useOpenState((state) => state.recipe.edits);
  const before = useImporterState((state) =>
    state.step === 'result' ? state.correctedFrom : NONE,
  );
  const known = new Set(before);
  return {
    ...useAnotherRun(),
    count: edits.filter((edit) => !known.has(edit)).length,
    canRetry: useFailedWrites(importer),
    openFile: (file) => void importer.actions.openCorrections(file, file.name),
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
