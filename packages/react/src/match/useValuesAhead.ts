import { useEffect } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';

/** A pause this long after a decision before values are looked through, in ms. */
const QUIET_MS = 250;

/**
 * Finds out whether values are to be decided next, as soon as all columns are dealt with: the way on names the
 * step it leads to. Going on looks again, so a late or failed answer does no harm.
 */
export function useValuesAhead(complete: boolean): void {
  const { importer, readOnly } = useImporterScope();
  const recipe = useOpenState((state) => state.recipe);
  const wanted = useImporterState(
    (state) => state.step === 'match' && state.profiled === 1 && complete && !readOnly,
  );
  useEffect(() => {
    if (!wanted) return;
    const isCurrent = (): boolean => {
      const state = importer.getState();
      return state.step === 'match' && state.recipe === recipe;
    };
    const timer = setTimeout(() => {
      importer.session.unknownValues(recipe).then(
        (unknownValues) =>
          isCurrent() && importer.dispatch({ type: 'values-found', unknownValues }),
        () => {},
      );
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [importer, recipe, wanted]);
}
