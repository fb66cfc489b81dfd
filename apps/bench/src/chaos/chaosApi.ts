import type { RowOutcome } from '@importera/engine';
import type { ImportServer, ServerImport } from '@importera/server';
import { chaosRecipe, chaosSchema, FILE_NAME } from './chaosSchema.ts';

/** What a browser asks of an import server. */
export interface ChaosApi {
  /** Uploads a file, keeps a recipe, starts; gives the import's id. */
  begin(file: Blob): Promise<string>;
  look(id: string): Promise<ServerImport>;
  undo(id: string): Promise<void>;
  /** What became of each row, a text each, in file order. */
  outcomes(id: string): Promise<readonly string[]>;
  /** The id of the import changed last. */
  newest(): Promise<string | null>;
}

interface OutcomePage {
  readonly outcomes: readonly RowOutcome[];
  readonly next: number | null;
}

export function chaosApi(server: Pick<ImportServer, 'fetch'>): ChaosApi {
  const request = async (method: string, path: string, init: RequestInit = {}): Promise<string> => {
    const url = `http://localhost${path}`;
    const response = await server.fetch(new Request(url, { method, ...init }));
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text;
  };
  const call = async (method: string, path: string, body?: object): Promise<string> =>
    await request(method, path, {
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  return {
    async begin(file) {
      const made = await call('POST', '/', { schema: chaosSchema.id, fileName: FILE_NAME });
      const { id } = JSON.parse(made) as ServerImport;
      await request('POST', `/${id}/uploads`, {
        headers: {
          'tus-resumable': '1.0.0',
          'upload-length': String(file.size),
          'upload-metadata': `filename ${Buffer.from(FILE_NAME).toString('base64')}`,
          'content-type': 'application/offset+octet-stream',
        },
        body: new Uint8Array(await file.arrayBuffer()),
      });
      await call('PATCH', `/${id}`, { recipe: await chaosRecipe(file) });
      await call('POST', `/${id}/start`, {});
      return id;
    },
    look: async (id) => JSON.parse(await call('GET', `/${id}`)) as ServerImport,
    undo: async (id) => void (await call('POST', `/${id}/undo`, {})),
    async outcomes(id) {
      const told: string[] = [];
      for (let after: number | null = 0; after !== null;) {
        const text = await call('GET', `/${id}/outcomes?limit=2000&after=${after}`);
        const page = JSON.parse(text) as OutcomePage;
        for (const { row, status, records } of page.outcomes)
          told.push(`${row} ${status} ${records.map(({ action }) => action).join(' ')}`);
        after = page.next;
      }
      return told;
    },
    async newest() {
      const { imports } = JSON.parse(await call('GET', '/')) as {
        readonly imports: readonly ServerImport[];
      };
      return imports[0]?.id ?? null;
    },
  };
}
