import type { ImportPermissions, IssueTexts } from '@importera/engine';
import type { ServerDatabase } from '../database/ServerDatabase.ts';
import type { FileStore } from '../files/FileStore.ts';
import type { ImportTargets } from '../Host.ts';
import type { OpenImports } from '../review/openImports.ts';
import type { ImportSummary } from '../store/ServerImport.ts';
import type { ImportFeed } from './importFeed.ts';
import type { ImportQueue } from '../work/importQueue.ts';
import type { PermissionQuestion } from './permissions.ts';

/** Who asks. */
export interface Person {
  /** Nobody sees imports of another tenant. */
  readonly tenant: string;
  /** As the host names people; shown in the history. */
  readonly user: string | null;
}

/** What a request is about to do. */
export const IMPORT_ACTIONS = [
  'create',
  'list',
  'read',
  'template',
  'export',
  'upload',
  'change',
  'start',
  'pause',
  'resume',
  'cancel',
  'undo',
  'remove',
] as const;

/** What `authorize` and `rate` are asked about. */
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

/** True goes on; false, or the seconds to wait, refuses; a `Response` is given as it is. */
export type RateAnswer = boolean | number | Response;

/** The host's word on who may do what. */
export interface Gate {
  /** Who sends the request; null answers 401. */
  readonly identify: (request: Request) => Person | null | Promise<Person | null>;
  /**
   * Whether a person may do it: true goes on, false answers 403, a `Response` is given as it is. `import` is null where no
   * import is named. An import of another tenant is never found, so it is not asked about. A list, and the events of all
   * imports, hold those alone for which `read` is true.
   */
  readonly authorize: (
    request: Request,
    action: ImportAction,
    target: { readonly person: Person; readonly import: ImportSummary | null },
  ) => boolean | Response | Promise<boolean | Response>;
  /**
   * Asked before each request is served, for limits on how often a person may ask: false, or the seconds to
   * wait, answers 429, a `Response` is given as it is. Default: no limit.
   */
  readonly rate?:
    | ((person: Person, action: ImportAction, request: Request) => RateAnswer | Promise<RateAnswer>)
    | undefined;
  /**
   * What of an import the person may do: which entities, kinds and values of settings, with a reason where not. Told to the
   * interface, and enforced when a recipe is kept, and when what it says is started, gone on with or undone. Default: whoever is
   * authorized may import all.
   */
  readonly permissions?:
    | ((
        person: Person,
        question: PermissionQuestion,
      ) => ImportPermissions | Promise<ImportPermissions>)
    | undefined;
}

/** What a server takes at most. */
export interface Limits {
  /** Largest file, in bytes. */
  readonly maxFileBytes: number;
  /** Most data rows of a file. */
  readonly maxRows: number;
  /** Largest JSON body, in bytes (a recipe with its corrections). */
  readonly maxJsonBytes: number;
}

/** What the routes share. */
export interface ServerHost extends ImportTargets, Gate {
  readonly database: ServerDatabase;
  readonly files: FileStore;
  readonly limits: Limits;
  readonly open: OpenImports;
  readonly feed: ImportFeed;
  readonly queue: () => Promise<ImportQueue>;
  /** Languages of the reasons in error files, besides English. */
  readonly texts: readonly IssueTexts[];
  /** Told of failures that are not the caller's. */
  readonly onError: (error: unknown) => void;
  /** Milliseconds between two looks at an import that is followed. */
  readonly followMs: number;
  /** Rows of a batch. */
  readonly batchRows: number;
}
