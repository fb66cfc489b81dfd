import { useRef } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';

export interface Corrections {
  /** Cells corrected since the last run. */
  readonly count: number;
  /** The corrected rows are being checked before they are written. */
  readonly checking: boolean;
  /** Takes over a corrected error file. */
  openFile(file: File): void;
  /** Checks the corrected rows and writes those not yet written (AP11). */
  importCorrected(): Promise<void>;
}

/** What was corrected in the result, and the way to import just that. */
export function useCorrections(): Corrections {
  const { importer } = useImporterScope();
  const edits = useOpenState((state) => state.recipe.edits);
  const report = useImporterState((state) => (state.step === 'result' ? state.report : null));
  const checking = useOpenState((state) => state.plan.status === 'planning');
  const before = useRef({ report, edits });
  if (before.current.report !== report) before.current = { report, edits };
  const known = new Set(before.current.edits);
  return {
    count: edits.filter((edit) => !known.has(edit)).length,
    checking,
    openFile: (file) => void importer.actions.openCorrections(file, file.name),
    async importCorrected() {
      await importer.actions.replan();
      await importer.actions.start();
    },
  };
}
