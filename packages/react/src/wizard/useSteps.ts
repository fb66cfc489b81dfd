import type { StepInfo } from '@importera/engine';
import { stepsOf } from '@importera/engine';
import { useMemo } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';

export interface Steps {
  readonly steps: readonly StepInfo[];
  readonly current: number;
  goTo(step: StepInfo): void;
}

/** The steps of this import, where it is, and the way to those that can be reached. */
export function useSteps(): Steps {
  const { importer } = useImporterScope();
  const state = useImporterState((whole) => whole);
  const steps = useMemo(() => stepsOf(state, importer.schema), [state, importer.schema]);
  return {
    steps,
    current: steps.findIndex(({ status }) => status === 'current'),
    goTo({ step, reachable, status }) {
      if (!reachable || status === 'current' || step === 'import' || step === 'result') return;
      void importer.actions.goTo(step);
    },
  };
}
