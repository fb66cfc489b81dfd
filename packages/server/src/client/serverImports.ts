import type {
  ImportDirectory,
  ImportPermissions,
  ListedImport,
  UndoReport,
} from '@importera/engine';
import { askBlob, askJson } from './askJson.ts';
import { followImports } from './followImports.ts';
import { askServer, type ServerAccess } from './serverRequest.ts';

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
 * connections. Make it once and keep it: every new one opens a stream of its own.
 * @example
 * const imports = serverImports({ url: '/api/imports', schema: 'crm' });
 * <ImportHub directory={imports} schemas={[crm]} />
 */
export function serverImports(options: ServerImportsOptions): Required<ImportDirectory> {
  const { schema, onError = () => undefined } = options;
  const tell = async (id: string, action: string): Promise<void> =>
    void (await askServer(options, `/${id}/${action}`));
  return {
    async list({ group, limit, offset, signal }) {
      const query = new URLSearchParams({
        status: group,
        limit: String(limit),
        offset: String(offset),
        ...(schema !== undefined && { schema }),
      });
      const call = { method: 'GET' as const, signal };
      const path = `?${query.toString()}`;
      return (await askJson<{ imports: readonly ListedImport[] }>(options, path, call)).imports;
    },
    follow(listener) {
      const stop = new AbortController();
      followImports({
        ...options,
        signal: stop.signal,
        onChange: (now) => listener({ type: 'changed', import: now }),
        onRemove: (id) => listener({ type: 'removed', id }),
      }).catch(onError);
      return () => stop.abort();
    },
    remove: async (id) => void (await askServer(options, `/${id}`, { method: 'DELETE' })),
    pause: (id) => tell(id, 'pause'),
    resume: (id) => tell(id, 'resume'),
    cancel: (id) => tell(id, 'cancel'),
    undoPreview: (id) => askJson<UndoReport | null>(options, `/${id}/undo`, { method: 'GET' }),
    undo: (id) => tell(id, 'undo'),
    errorFile: (id, format) => askBlob(options, `/${id}/errors/${format}`),
    template: (format) =>
      askBlob(options, `/templates/${encodeURIComponent(schema ?? '')}/${format}`),
    permissions() {
      const path = schema === undefined ? '' : `?schema=${encodeURIComponent(schema)}`;
      return askJson<ImportPermissions>(options, `/permissions${path}`, { method: 'GET' });
    },
  };
}
