import type { EditingState, ImporterState, ResultState, RunningState } from '@importera/engine';
import { useSyncExternalStore } from 'react';
import { useImporterScope } from './ImporterScope.tsx';

/**
 * A part of the importer's state, read without tearing. `select` must return the same object for the
 * same state (a member of it, say), or the component renders without end.
 */
export function useImporterState<T>(select: (state: ImporterState) => T): T {
  const { importer } = useImporterScope();
  const read = (): T => select(importer.getState());
  return useSyncExternalStore(importer.subscribe, read, read);
}

/** A state in which a file is open. */
export type OpenState = EditingState | RunningState | ResultState;

/**
 * A part of what is known once a file is open: also while the person looks at the file step again.
 * @throws when no file was opened yet.
 */
export function useOpenState<T>(select: (state: OpenState) => T): T {
  return useImporterState((state) => select(openPart(state)));
}

/** The open import behind a state, or null before the first file. */
export function openStateOf(state: ImporterState): OpenState | null {
  return state.step === 'file' ? state.previous : state;
}

function openPart(state: ImporterState): OpenState {
  const open = openStateOf(state);
  if (open === null) throw new Error('No file is open yet.');
  return open;
}
