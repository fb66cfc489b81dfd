import type {
  DirectoryChange,
  ImportDirectory,
  ImportPermissions,
  ListedImport,
  UndoReport,
} from '@importera/engine';
import { askErrorFile } from './askErrorFile.ts';
import { askBlob, askJson } from './askJson.ts';
import { followImports } from './followImports.ts';
import { askServer, type ServerAccess } from './serverRequest.ts';

/** Which imports of a server a directory shows. */
export interface ServerImportsOptions extends ServerAccess {
  /** Only imports of this schema; needed for templates. */
  readonly schema?: string;
  /** Follows only imports of the person who asks; default: all of the tenant. */
  readonly mine?: boolean;
  /** Told when following ends for good, e.g. signed out. */
  readonly onError?: (error: unknown) => void;
}

/**
 * The server's imports as a directory: what hub and bell are made of. Changes come in by themselves, through broken
 * connections. Make it once and give it to all that show imports: they share its stream, and browsers keep few open.
 * @example
 * const imports = serverImports({ url: '/api/imports', schema: 'crm' });
 * <ImportHub directory={imports} schemas={[crm]} />
 */
export function serverImports(options: ServerImportsOptions): Required<ImportDirectory> {
  const { schema, onError = () => undefined } = options;
  const tell = async (id: string, action: string): Promise<void> =>
    void (await askServer(options, `/${id}/${action}`));
  return {
    async list({ group, user, limit, offset, signal }) {
      const query = new URLSearchParams({
        status: group,
        limit: String(limit),
        offset: String(offset),
        ...(schema !== undefined && { schema }),
        ...(user !== undefined && { user }),
      });
      const call = { method: 'GET' as const, signal };
      const path = `?${query.toString()}`;
      return (await askJson<{ imports: readonly ListedImport[] }>(options, path, call)).imports;
    },
    follow: sharedFollow((signal, tell) => {
      followImports({
        ...options,
        signal,
        onChange: (now) => tell({ type: 'changed', import: now }),
        onRemove: (id) => tell({ type: 'removed', id }),
      }).catch(onError);
    }),
    remove: async (id) => void (await askServer(options, `/${id}`, { method: 'DELETE' })),
    pause: (id) => tell(id, 'pause'),
    resume: (id) => tell(id, 'resume'),
    cancel: (id) => tell(id, 'cancel'),
    undoPreview: (id) => askJson<UndoReport | null>(options, `/${id}/undo`, { method: 'GET' }),
    undo: (id) => tell(id, 'undo'),
    errorFile: (id, format, language) => askErrorFile(options, id, format, language),
    template: (format) =>
      askBlob(options, `/templates/${encodeURIComponent(schema ?? '')}/${format}`),
    permissions() {
      const path = schema === undefined ? '' : `?schema=${encodeURIComponent(schema)}`;
      return askJson<ImportPermissions>(options, `/permissions${path}`, { method: 'GET' });
    },
  };
}

/** One stream for all who follow: open while anybody does. */
function sharedFollow(
  begin: (signal: AbortSignal, tell: (change: DirectoryChange) => void) => void,
): ImportDirectory['follow'] {
  const listeners = new Set<(change: DirectoryChange) => void>();
  let stream = new AbortController();
  return (listener) => {
    // The same function given twice is two followers.
    const own = (change: DirectoryChange): void => listener(change);
    listeners.add(own);
    if (listeners.size === 1) {
      stream = new AbortController();
      begin(stream.signal, (change) => {
        for (const told of listeners) told(change);
      });
    }
    return () => {
      if (listeners.delete(own) && listeners.size === 0) stream.abort();
    };
  };
}
