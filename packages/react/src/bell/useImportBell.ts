import type { ImportDirectory, ListedImport } from '@importera/engine';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useImportList } from '../hub/useImportList.ts';
import { browserMemory, firstMarks } from './bellMarks.ts';
import type { BellMarks, BellMemory } from './bellMarks.ts';

/** Which imports a bell tells of, and what it remembers. */
export interface ImportBellOptions {
  /** Where the imports are. The same one each time; a bell and a hub on one page may share it. */
  readonly directory: ImportDirectory;
  /** Only imports of this person, as the host names people; default: all that the directory has. */
  readonly user?: string | undefined;
  /** Finished imports shown; default 8. */
  readonly most?: number | undefined;
  /** Keeps what was read; default: in this browser. */
  readonly memory?: BellMemory | undefined;
}

/** Behaviour of the bell: what runs, what ended, what of it is new. */
export interface ImportBellState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly running: readonly ListedImport[];
  readonly finished: readonly ListedImport[];
  readonly unread: number;
  isUnread(entry: ListedImport): boolean;
  markRead(entry: ListedImport): void;
  markAllRead(): void;
  /** The import that ended last while the bell was there, to be read out. */
  readonly ended: ListedImport | null;
  retry(): void;
}

const MOST = 8;

/** Behaviour of the bell: what runs, what ended, and which of it was not read yet. */
export function useImportBell(options: ImportBellOptions): ImportBellState {
  const { directory, user, most = MOST, memory } = options;
  const { list, state } = useImportList(directory, { pageSize: most, user });
  const { marks, save } = useMarks(memory);
  const { running, finished } = state.groups;
  const ended = finished.imports.slice(0, most);
  const isUnread = (entry: ListedImport): boolean =>
    marks !== null && endOf(entry) > marks.seenUntil && !marks.read.includes(entry.id);
  return {
    status: finished.status === 'ready' && marks === null ? 'loading' : finished.status,
    running: running.imports,
    finished: ended,
    unread: ended.filter(isUnread).length,
    isUnread,
    markRead({ id }) {
      save((known) => ({ ...known, read: [...known.read.filter((read) => read !== id), id] }));
    },
    markAllRead() {
      const latest = ended.map(endOf).toSorted().at(-1);
      if (latest !== undefined) save(() => ({ seenUntil: latest, read: [] }));
    },
    ended: useEnded(running.imports, ended),
    retry: () => {
      void list.retry('running');
      void list.retry('finished');
    },
  };
}

function endOf(entry: ListedImport): string {
  return entry.status === 'undone' ? '' : (entry.finishedAt ?? entry.updatedAt);
}

function useMarks(given: BellMemory | undefined): {
  readonly marks: BellMarks | null;
  readonly save: (change: (marks: BellMarks) => BellMarks) => void;
} {
  const [marks, setMarks] = useState<BellMarks | null>(null);
  // Two notices may be read before the screen is drawn again.
  const latest = useRef<BellMarks | null>(null);
  const memory = useMemo(() => given ?? browserMemory('importera-bell'), [given]);
  useEffect(() => {
    let current = true;
    const take = (loaded: BellMarks | null): void => {
      if (!current) return;
      latest.current = loaded ?? firstMarks();
      setMarks(latest.current);
    };
    Promise.resolve(memory.load()).then(take, () => take(null));
    return () => {
      current = false;
    };
  }, [memory]);
  return {
    marks,
    save(change) {
      if (latest.current === null) return;
      const next = change(latest.current);
      latest.current = next;
      setMarks(next);
      // What could not be kept is read again next time.
      Promise.resolve(memory.save(next)).catch(() => undefined);
    },
  };
}

/** An import that was under way when last looked at, and has ended now. */
function useEnded(
  running: readonly ListedImport[],
  finished: readonly ListedImport[],
): ListedImport | null {
  const before = useRef<ReadonlySet<string>>(new Set());
  const [ended, setEnded] = useState<ListedImport | null>(null);
  useEffect(() => {
    const now = finished.find(({ id }) => before.current.has(id));
    before.current = new Set(running.map(({ id }) => id));
    if (now !== undefined) setEnded(now);
  }, [running, finished]);
  return ended;
}
