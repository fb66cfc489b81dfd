import type {
  ImportDirectory,
  ImportGroup,
  ImportPermissions,
  IssueLanguage,
  ListedImport,
  Permission,
  UndoReport,
} from '@importera/engine';
import { useMemo } from 'react';
import { baseName, saveBlob } from '../controls/saveBlob.ts';
import { findImport } from './importList.ts';
import type { ImportList, ListAction, ListFailure, ListGroup } from './importList.ts';
import { recordsIn } from '../undo/recordsIn.ts';
import type { UndoSource } from '../undo/useUndo.ts';
import { useImportList } from './useImportList.ts';
import { usePermissions } from './usePermissions.ts';

/** Which imports a hub shows, and what may be done with them. */
export interface ImportHubOptions {
  /** Where the imports are: on a server, or in this browser. The same one each time. */
  readonly directory: ImportDirectory;
  /** Who may import what; default: as the directory says. */
  readonly permissions?: ImportPermissions | undefined;
  /** Only imports of this person, as the host names people; default: everybody's. */
  readonly user?: string | undefined;
  /** Imports of a list shown at first, and added by *more*; default 10. */
  readonly pageSize?: number | undefined;
}

/** Behaviour of the hub: the lists, and what can be done with the imports in them. */
export interface ImportHubState {
  readonly groups: Readonly<Record<ImportGroup, ListGroup>>;
  /** Whether a new import may be started; null until it is known. */
  readonly mayImport: Permission | null;
  readonly permissions: ImportPermissions | null;
  readonly failure:
    | (ListFailure & { readonly import: ListedImport | null; dismiss(): void })
    | null;
  retry(group: ImportGroup): void;
  more(group: ImportGroup): void;
  /** What was asked of an import and is not answered yet. */
  asked(id: string): ListAction | null;
  /** What can be done with an import now. */
  actionsOf(entry: ListedImport): readonly ListAction[];
  pause(id: string): void;
  resume(id: string): void;
  cancel(id: string): void;
  remove(id: string): void;
  /** @param language of the reasons; default: as the directory has it. */
  downloadErrors(entry: ListedImport, format: 'csv' | 'xlsx', language?: IssueLanguage): void;
  /** Downloads a template; absent where there is none. */
  readonly template: ((format: 'csv' | 'xlsx' | 'xls') => void) | null;
  undoOf(id: string): UndoSource;
}

const PAGE = 10;

/** Behaviour of the hub: the three lists, and what may be done with each import. */
export function useImportHub(options: ImportHubOptions): ImportHubState {
  const { directory, user, pageSize = PAGE } = options;
  const { list, state } = useImportList(directory, { pageSize, user });
  const permissions = usePermissions(directory, options.permissions);
  const calls = useMemo(() => hubCalls(directory, list), [directory, list]);
  return useMemo(() => {
    const { groups, asked, failure } = state;
    return {
      ...calls,
      groups,
      permissions,
      mayImport: permissions === null ? null : (permissions.import ?? true),
      failure: failure && {
        ...failure,
        import: findImport(groups, failure.id),
        dismiss: () => list.dismiss(),
      },
      asked: (id) => asked[id] ?? null,
    };
  }, [calls, list, state, permissions]);
}

type HubCalls = Omit<ImportHubState, 'groups' | 'permissions' | 'mayImport' | 'failure' | 'asked'>;

/** What can be asked of the directory, as far as it can do it. */
function hubCalls(directory: ImportDirectory, list: ImportList): HubCalls {
  const ask = (id: string, action: 'pause' | 'resume' | 'cancel' | 'remove'): void =>
    void list.ask(id, action, async () => directory[action]?.(id));
  const { template } = directory;
  return {
    retry: (group) => void list.retry(group),
    more: (group) => void list.more(group),
    actionsOf: (entry) => actionsOf(directory, entry),
    pause: (id) => ask(id, 'pause'),
    resume: (id) => ask(id, 'resume'),
    cancel: (id) => ask(id, 'cancel'),
    remove: (id) => ask(id, 'remove'),
    downloadErrors: ({ id, fileName }, format, language) =>
      void list.ask(id, 'errorFile', async () => {
        const file = await directory.errorFile?.(id, format, language);
        if (file) saveBlob(file, `${baseName(fileName)}-errors.${format}`);
      }),
    template:
      template === undefined
        ? null
        : (format) =>
            void list.ask('', 'errorFile', async () =>
              saveBlob(await template.call(directory, format), `template.${format}`),
            ),
    undoOf: (id) => ({
      preview: directory.undoPreview && (() => undoPreview(directory, id)),
      undo: async () => {
        await directory.undo?.(id);
        return await list.undone(id);
      },
    }),
  };
}

async function undoPreview(directory: ImportDirectory, id: string): Promise<UndoReport | null> {
  return (await directory.undoPreview?.(id)) ?? null;
}

/** What the directory can do with an import as it is now. */
function actionsOf(
  directory: ImportDirectory,
  { status, report }: ListedImport,
): readonly ListAction[] {
  const fits: Readonly<Record<ListAction, boolean>> = {
    pause: status === 'running' || status === 'queued',
    resume: status === 'paused',
    cancel: status === 'running' || status === 'queued' || status === 'paused',
    remove: ['draft', 'completed', 'cancelled', 'failed', 'undone'].includes(status),
    undo: ['completed', 'cancelled', 'failed'].includes(status) && hasWritten(report),
    errorFile: (report?.rejected ?? 0) > 0 && status !== 'undone',
  };
  const actions = Object.keys(fits) as ListAction[];
  return actions.filter((action) => fits[action] && directory[action] !== undefined);
}

/** Whether there is anything to take back. */
function hasWritten(report: ListedImport['report']): boolean {
  if (report === null) return false;
  return recordsIn(report.created) + recordsIn(report.updated) > 0;
}
