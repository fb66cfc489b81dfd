import type { Recipe } from '@importera/engine';
import { useMemo } from 'react';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';

const NONE: Recipe['edits'] = [];

/** Cells corrected since the last run; before the first, all. */
export function useFreshEdits(): Recipe['edits'] {
  const edits = useOpenState((state) => state.recipe.edits);
  const before = useImporterState((state) =>
    state.step === 'result' ? state.correctedFrom : NONE,
  );
  return useMemo(() => {
    const known = new Set(before);
    return edits.filter((edit) => !known.has(edit));
  }, [edits, before]);
}
