import { useEffect, useState } from 'react';
import type { Importer } from '@importera/engine';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useFreshEdits } from '../grid/useFreshEdits.ts';
import { useImporterState } from '../importer/useImporterState.ts';

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

export function useAnotherRun(): AnotherRun {
  const { importer } = useImporterScope();
  const [checking, setChecking] = useState(false);
  return {
    checking,
    async importCorrected() {
      setChecking(true);
      await importer.actions.replan();
      await importer.actions.start();
      setChecking(false);
    },
  };
}

/** What was corrected in the result, and the way to import just that. */
export function useCorrections(): Corrections {
  const { importer } = useImporterScope();
  return {
    ...useAnotherRun(),
    count: useFreshEdits().length,
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
