import type { ImporterState, Schema, StepInfo } from '@importera/engine';
import { stepsOf } from '@importera/engine';
import { useMemo } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { formatQuestions } from '../match/formatQuestions.ts';
import { isNothingMapped } from '../match/isNothingMapped.ts';

/** The steps of this import in their order; `current` is the place of the one at hand, from 0. */
export interface Steps {
  readonly steps: readonly StepInfo[];
  readonly current: number;
  goTo(step: StepInfo): void;
}

/** The steps of this import, where it is, and the way to those that can be reached. */
export function useSteps(): Steps {
  const { importer } = useImporterScope();
  const state = useImporterState((whole) => whole);
  const steps = useMemo(() => openSteps(state, importer.schema), [state, importer.schema]);
  return {
    steps,
    current: steps.findIndex(({ status }) => status === 'current'),
    goTo({ step, part, reachable, status }) {
      if (!reachable || status === 'current' || step === 'import' || step === 'result') return;
      void importer.actions.goTo(step, part?.index);
    },
  };
}

/** An import of nothing, or with a question open, goes no further than the match step, neither by its button nor from up here. */
function openSteps(state: ImporterState, schema: Schema): readonly StepInfo[] {
  const steps = stepsOf(state, schema);
  const editing = state.step === 'file' ? state.previous : state;
  const last = steps.findLastIndex(({ step }) => step === 'match');
  if (editing === null || state.step === 'result') return steps;
  if (!isNothingMapped(editing.recipe.columns) && formatQuestions(editing, schema) === 0) {
    return steps;
  }
  return steps.map((info, index) =>
    index > last && info.status !== 'current' ? { ...info, reachable: false } : info,
  );
}
