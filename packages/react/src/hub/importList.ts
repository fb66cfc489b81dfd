import { errorInfo, groupOf, ImportError } from '@importera/engine';
import type {
  DirectoryChange,
  ErrorInfo,
  ImportDirectory,
  ImportGroup,
  ListedImport,
  UndoReport,
} from '@importera/engine';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

export const GROUPS: readonly ImportGroup[] = ['running', 'draft', 'finished'];

/** Running imports, drafts or finished ones, as far as they are loaded. */
export interface ListGroup {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly imports: readonly ListedImport[];
  /** There are more than those shown. */
  readonly hasMore: boolean;
  readonly error: ErrorInfo | null;
}

/** What can be asked of an import in the list. */
export type ListAction = 'pause' | 'resume' | 'cancel' | 'remove' | 'undo' | 'errorFile';

/** The imports at hand in their three groups, what is being done with them, and what failed. */
export interface ImportListState {
  readonly groups: Readonly<Record<ImportGroup, ListGroup>>;
  /** Imports something was asked of that is not answered yet. */
  readonly asked: Readonly<Record<string, ListAction>>;
  /** The last thing that failed. */
  readonly failure: ListFailure | null;
}

/** Something that was asked of an import and could not be done. */
export interface ListFailure {
  readonly id: string;
  readonly error: ErrorInfo;
  /** The import ended before it could be done: nothing is wrong, and nothing is left to do. */
  readonly isLate: boolean;
}

/** The imports of a directory, as state that changes with them. Knows no React. */
export interface ImportList {
  readonly store: StoreApi<ImportListState>;
  /** Loads and follows; returns the way to stop. */
  start(): () => void;
  retry(group: ImportGroup): Promise<void>;
  more(group: ImportGroup): Promise<void>;
  /** Does something with an import; a failure becomes `failure`. Tells whether it succeeded. */
  ask(id: string, action: ListAction, act: () => Promise<unknown>): Promise<boolean>;
  /** Resolves when an import that is being taken back is through. @throws ImportError when it could not be. */
  undone(id: string): Promise<UndoReport | null>;
  dismiss(): void;
}

const LOADING: ListGroup = { status: 'loading', imports: [], hasMore: false, error: null };

/** Which imports a list loads, and how many at a time. */
export interface ImportListOptions {
  /** Imports of a list loaded at first, and added by `more`. */
  readonly pageSize: number;
  /** Only what this person made; default: everybody's. */
  readonly user?: string | undefined;
}

/**
 * The imports of a directory as a store: loads them in pages, follows their changes while somebody subscribes, and
 * does what is asked of one. No React in it.
 */
export function createImportList(
  directory: ImportDirectory,
  { pageSize, user }: ImportListOptions,
): ImportList {
  const store = createStore<ImportListState>(() => ({
    groups: { running: LOADING, draft: LOADING, finished: LOADING },
    asked: {},
    failure: null,
  }));

  const { load, tell, setGroup } = groupLoads(directory, store, user);
  const shown = (group: ImportGroup): number => store.getState().groups[group].imports.length;
  const loadAgain = (group: ImportGroup): Promise<void> =>
    load(group, Math.max(pageSize, shown(group)));

  return {
    store,
    start() {
      for (const group of GROUPS) void loadAgain(group);
      return directory.follow((change) => {
        const isOthers =
          user !== undefined && change.type === 'changed' && change.import.user !== user;
        if (!isOthers) tell(change);
      });
    },
    async retry(group) {
      setGroup(group, LOADING);
      await load(group, pageSize);
    },
    more: (group) => load(group, shown(group) + pageSize),
    async ask(id, action, act) {
      store.setState(({ asked }) => ({ asked: { ...asked, [id]: action }, failure: null }));
      try {
        await act();
        await Promise.all(GROUPS.map(loadAgain));
        return true;
      } catch (error) {
        // It may have ended, or be gone, since it was shown.
        await Promise.all(GROUPS.map(loadAgain));
        const entry = findImport(store.getState().groups, id);
        if (action === 'remove' && entry === null) return true;
        store.setState({
          failure: { id, error: errorInfo(error), isLate: isOver(action, entry) },
        });
        return false;
      } finally {
        store.setState(({ asked: { [id]: _done, ...asked } }) => ({ asked }));
      }
    },
    async undone(id) {
      await Promise.all(GROUPS.map(loadAgain));
      return await untilUndone(store, id);
    },
    dismiss: () => store.setState({ failure: null }),
  };
}

interface GroupLoads {
  /** Loads the first imports of a list. Of two loads of it the newer one counts. */
  load(group: ImportGroup, count: number): Promise<void>;
  /** Takes over what the directory tells. */
  tell(change: DirectoryChange): void;
  setGroup(group: ImportGroup, change: Partial<ListGroup>): void;
}

/** A load that is under way, with what was told since it began: its answer may be older than that. */
interface Load {
  readonly since: DirectoryChange[];
}

function groupLoads(
  directory: ImportDirectory,
  store: StoreApi<ImportListState>,
  user: string | undefined,
): GroupLoads {
  const loads: Partial<Record<ImportGroup, Load>> = {};
  const setGroup: GroupLoads['setGroup'] = (group, change) =>
    store.setState(({ groups }) => ({
      groups: { ...groups, [group]: { ...groups[group], ...change } },
    }));
  const apply = (change: DirectoryChange): void =>
    store.setState(({ groups }) => ({ groups: withChange(groups, change) }));
  return {
    setGroup,
    tell(change) {
      for (const { since } of Object.values(loads)) since.push(change);
      apply(change);
    },
    async load(group, count) {
      const own: Load = { since: [] };
      loads[group] = own;
      const found = await loaded(directory, { group, user, count });
      if (loads[group] !== own) return;
      delete loads[group];
      store.setState(({ groups }) => ({ groups: withLoaded(groups, group, found) }));
      for (const change of own.since) apply(change);
    },
  };
}

/**
 * The lists with one that was loaded. They are asked for one by one: an import that went from one to another meanwhile is in both
 * answers, and belongs where it was last.
 */
function withLoaded(groups: Groups, group: ImportGroup, found: Partial<ListGroup>): Groups {
  const { imports = [] } = found;
  const elsewhere = GROUPS.filter((other) => other !== group).flatMap(
    (other) => groups[other].imports,
  );
  const known = new Map(elsewhere.map((entry) => [entry.id, entry]));
  return imports.reduce<Groups>(
    (all, entry) => {
      const other = known.get(entry.id);
      if (other === undefined) return all;
      return withChange(all, {
        type: 'changed',
        import: other.updatedAt > entry.updatedAt ? other : entry,
      });
    },
    { ...groups, [group]: { ...groups[group], ...found } },
  );
}

/** One more than is shown tells whether there are more. */
async function loaded(
  directory: ImportDirectory,
  asked: {
    readonly group: ImportGroup;
    readonly user: string | undefined;
    readonly count: number;
  },
): Promise<Partial<ListGroup>> {
  const { group, user, count } = asked;
  try {
    const found = await directory.list({
      group,
      limit: count + 1,
      offset: 0,
      ...(user !== undefined && { user }),
    });
    const imports = inOrder(group, found.slice(0, count));
    return { status: 'ready', imports, hasMore: found.length > count, error: null };
  } catch (error) {
    return { status: 'failed', error: errorInfo(error) };
  }
}

/** Whether the run that an action was meant for has ended. */
function isOver(action: ListAction, entry: ListedImport | null): boolean {
  const isForRun = action === 'pause' || action === 'resume' || action === 'cancel';
  return isForRun && entry !== null && groupOf(entry) === 'finished';
}

function untilUndone(store: StoreApi<ImportListState>, id: string): Promise<UndoReport | null> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const entry = findImport(store.getState().groups, id);
      if (entry?.status === 'undoing') return;
      stop();
      if (entry === null || entry.status === 'undone') resolve(entry?.undo ?? null);
      else reject(undoError(entry));
    };
    const stop = store.subscribe(look);
    look();
  });
}

function undoError({ error }: ListedImport): ImportError {
  return new ImportError('adapter-failed', error?.message ?? 'The import was not undone.', {
    params: error?.params ?? {},
  });
}

export function findImport(groups: Groups, id: string): ListedImport | null {
  const all = GROUPS.flatMap((group) => groups[group].imports);
  return all.find((entry) => entry.id === id) ?? null;
}

type Groups = ImportListState['groups'];

/** The lists after an import changed, moved from one to another, or is gone. */
export function withChange(groups: Groups, change: DirectoryChange): Groups {
  const id = change.type === 'removed' ? change.id : change.import.id;
  const target = change.type === 'removed' ? null : groupOf(change.import);
  const entries = GROUPS.map((group): [ImportGroup, ListGroup] => {
    const before = groups[group];
    const others = before.imports.filter((entry) => entry.id !== id);
    if (change.type === 'removed' || group !== target) {
      return [
        group,
        others.length === before.imports.length ? before : { ...before, imports: others },
      ];
    }
    return [group, { ...before, imports: inOrder(group, [...others, change.import]) }];
  });
  return Object.fromEntries(entries) as Groups;
}

/** Newest first; a running import keeps its place while it goes on. */
function inOrder(group: ImportGroup, imports: readonly ListedImport[]): readonly ListedImport[] {
  const when = (entry: ListedImport): string =>
    group === 'draft' ? entry.updatedAt : (entry.startedAt ?? entry.createdAt);
  return imports.toSorted((a, b) => when(b).localeCompare(when(a)) || a.id.localeCompare(b.id));
}
