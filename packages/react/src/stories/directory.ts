import { groupOf } from '@importera/engine';
import type {
  DirectoryChange,
  ImportDirectory,
  ListedImport,
  Report,
  UndoReport,
} from '@importera/engine';

/** The stories' clock: instants are told from here, so that a picture taken tomorrow looks the same. */
const NOW = Date.now();
export const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();

export function report(more: Partial<Report> = {}): Report {
  return {
    importId: 'import',
    status: 'completed',
    rows: 421,
    created: { company: 112, contact: 200 },
    updated: { company: 40, contact: 8 },
    unchanged: { company: 9, contact: 0 },
    skipped: 0,
    rejected: 7,
    ids: {},
    error: null,
    seconds: 14,
    startedAt: ago(190),
    finishedAt: ago(189),
    ...more,
  };
}

let made = 0;
export function listed(more: Partial<ListedImport> = {}): ListedImport {
  made += 1;
  return {
    id: `import-${made}`,
    schemaId: 'crm',
    status: 'completed',
    fileName: 'Kundlista 2024.xlsx',
    rows: 421,
    user: 'Eva Lind',
    step: 'result',
    progress: null,
    report: null,
    error: null,
    undo: null,
    createdAt: ago(200),
    updatedAt: ago(180),
    startedAt: ago(190),
    finishedAt: ago(189),
    ...more,
  };
}

export interface StoryDirectory extends ImportDirectory {
  /** Changes an import, as a server would tell it. */
  change(id: string, more: Partial<ListedImport>): void;
}

export interface StoryDirectoryOptions {
  readonly undoPreview?: UndoReport;
  /** Calls that never come back, or that fail. */
  readonly stuck?: readonly (keyof ImportDirectory)[];
  readonly failing?: Partial<Record<keyof ImportDirectory, Error>>;
}

/** A directory in memory that keeps its imports, and does with them what it is asked. */
export function storyDirectory(
  imports: readonly ListedImport[],
  { undoPreview, stuck = [], failing = {} }: StoryDirectoryOptions = {},
): StoryDirectory {
  const entries = new Map(imports.map((entry) => [entry.id, entry]));
  const listeners = new Set<(change: DirectoryChange) => void>();
  const play = <T>(call: keyof ImportDirectory, value: () => T): Promise<T> => {
    const error = failing[call];
    if (error !== undefined) return Promise.reject(error);
    return stuck.includes(call) ? new Promise(() => {}) : Promise.resolve().then(value);
  };
  const change = (id: string, more: Partial<ListedImport>): void => {
    const entry = entries.get(id);
    if (entry === undefined) return;
    const next = { ...entry, ...more, updatedAt: new Date().toISOString() };
    entries.set(id, next);
    for (const listener of listeners) listener({ type: 'changed', import: next });
  };
  return {
    change,
    list: ({ group, user, limit, offset }) =>
      play('list', () =>
        [...entries.values()]
          .filter(
            (entry) => groupOf(entry) === group && (user === undefined || entry.user === user),
          )
          .slice(offset, offset + limit),
      ),
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    remove: (id) =>
      play('remove', () => {
        entries.delete(id);
        for (const listener of listeners) listener({ type: 'removed', id });
      }),
    pause: (id) => play('pause', () => change(id, { status: 'paused' })),
    resume: (id) => play('resume', () => change(id, { status: 'running' })),
    cancel: (id) =>
      play('cancel', () =>
        change(id, { status: 'cancelled', report: report({ status: 'cancelled' }) }),
      ),
    errorFile: () => play('errorFile', () => new Blob(['Row,Problem\n'])),
    template: () => play('template', () => new Blob(['Company name,E-mail\n'])),
    ...(undoPreview && { undoPreview: () => play('undoPreview', () => undoPreview) }),
    undo: (id) =>
      play('undo', () => {
        change(id, { status: 'undoing' });
        setTimeout(
          () =>
            change(id, {
              status: 'undone',
              undo: undoPreview ?? { reversed: 360, kept: 0, failed: 0 },
            }),
          150,
        );
      }),
  };
}

/** A running import, drafts, and finished ones of every kind. */
export function busyImports(): readonly ListedImport[] {
  const running = { status: 'running', step: 'import', report: null, finishedAt: null } as const;
  return [
    listed({
      ...running,
      id: 'running',
      fileName: 'Alla kunder.csv',
      rows: 182_400,
      startedAt: ago(1),
      progress: {
        rowsDone: 61_400,
        rowsTotal: 182_400,
        written: 61_050,
        rejected: 350,
        rate: 4_850,
      },
    }),
    listed({
      ...running,
      id: 'queued',
      status: 'queued',
      fileName: 'leads-november.xlsx',
      rows: 1_204,
      user: 'Omar Said',
      startedAt: ago(0),
    }),
    listed({
      id: 'draft',
      status: 'draft',
      fileName: 'Mässan i Göteborg.xlsx',
      rows: 312,
      step: 'match',
      startedAt: null,
      finishedAt: null,
      updatedAt: ago(25),
    }),
    listed({ id: 'done', fileName: 'Kundlista 2024.xlsx', report: report() }),
    listed({
      id: 'whole',
      fileName: 'contacts.csv',
      rows: 58,
      user: 'Lars Öberg',
      startedAt: ago(60 * 26),
      report: report({ rows: 58, created: { contact: 58 }, updated: {}, rejected: 0 }),
    }),
    listed({
      id: 'failed',
      status: 'failed',
      fileName: 'register.csv',
      rows: 9_020,
      startedAt: ago(60 * 30),
      report: report({ status: 'failed', created: { company: 500 }, updated: {}, rejected: 0 }),
      error: {
        code: 'adapter-failed',
        message: 'The database did not answer for a minute.',
        params: {},
      },
    }),
    listed({
      id: 'undone',
      status: 'undone',
      fileName: 'wrong-file.xlsx',
      rows: 77,
      startedAt: ago(60 * 50),
      report: report({ rows: 77 }),
      undo: { reversed: 75, kept: 2, failed: 0 },
    }),
  ];
}
