import { errorInfo } from '@importera/engine';
import type { ErrorInfo, UndoReport } from '@importera/engine';
import { useEffect, useRef, useState } from 'react';

/** Where taking back an import is done: by a directory, or by the importer that made it. */
export interface UndoSource {
  /** What would be taken back; absent where that can not be said beforehand. */
  readonly preview?: (() => Promise<UndoReport | null>) | undefined;
  /** Takes it back; resolves when that is done. */
  undo(): Promise<UndoReport | null>;
}

/** How far an undo is: looked at, being done, done. A null stands for counts that the adapter can not tell. */
export type UndoState =
  | { readonly status: 'previewing' }
  | { readonly status: 'ready'; readonly preview: UndoReport | null }
  | { readonly status: 'undoing' }
  | { readonly status: 'done'; readonly report: UndoReport | null }
  | { readonly status: 'failed'; readonly error: ErrorInfo };

/** Looks at what would be undone, and undoes it when asked to. */
export function useUndo(source: UndoSource): {
  readonly state: UndoState;
  confirm(): void;
} {
  const [state, setState] = useState<UndoState>({ status: 'previewing' });
  const latest = useRef(source);
  const alive = useRef(true);
  const set = (next: UndoState): void => void (alive.current && setState(next));
  useEffect(() => {
    alive.current = true;
    const { preview } = latest.current;
    const found = preview === undefined ? Promise.resolve(null) : preview();
    found.then(
      (report) => set({ status: 'ready', preview: report }),
      (error: unknown) => set({ status: 'failed', error: errorInfo(error) }),
    );
    return () => {
      alive.current = false;
    };
  }, []);
  return {
    state,
    confirm() {
      set({ status: 'undoing' });
      latest.current.undo().then(
        (report) => set({ status: 'done', report }),
        (error: unknown) => set({ status: 'failed', error: errorInfo(error) }),
      );
    },
  };
}
