import type { PlanState, PlanSummary } from '@importera/engine';
import { useEffect, useRef } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';

/** A pause this long after a correction before the plan is made anew, in ms. */
const QUIET_MS = 400;

/** The plan as it can be shown: the one at hand, or the last one while another is made. */
export interface PlanView {
  readonly status: PlanState['status'];
  /** The last plan that was ready; while a newer one is made it is stale. */
  readonly summary: PlanSummary | null;
  readonly revision: number;
  readonly stale: boolean;
  readonly rowsDone: number;
}

/** The plan as the review shows it, made anew after each correction. */
export function usePlan(): PlanView {
  const plan = useOpenState((state) => state.plan);
  const last = useRef<PlanState & { readonly status: 'ready' }>(undefined);
  if (plan.status === 'ready') last.current = plan;
  useReplan('review', true);
  return {
    status: plan.status,
    summary: last.current?.summary ?? null,
    revision: last.current?.revision ?? 0,
    stale: plan.status !== 'ready',
    rowsDone: plan.status === 'planning' ? plan.rowsDone : 0,
  };
}

/** Corrections make a plan void; several in a row make one new plan. */
export function useReplan(step: 'review' | 'result', isCorrected: boolean): void {
  const { importer, readOnly } = useImporterScope();
  const recipe = useOpenState((state) => state.recipe);
  const needed = useImporterState(
    (state) =>
      isCorrected && state.step === step && state.plan.status === 'none' && state.error === null,
  );
  useEffect(() => {
    if (!needed || readOnly) return;
    const timer = setTimeout(() => void importer.actions.replan(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [importer, recipe, needed, readOnly]);
}
