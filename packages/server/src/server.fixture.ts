import type { PGlite } from '@electric-sql/pglite';
import { defineSchema, type Recipe, type Schema } from '@importera/engine';
import { postgresAdapter, type PostgresAdapter } from '@importera/postgres';
import { openPglite } from '../../adapters/postgres/src/openPglite.fixture.ts';
import { pgliteDatabase, type ServerDatabase } from './database/ServerDatabase.ts';
import {
  createImportServer,
  type ImportServer,
  type ImportServerOptions,
} from './http/createImportServer.ts';
import type { ImportSummary, ServerImport, ServerStatus } from './store/ServerImport.ts';
import {
  createImportWorker,
  type ImportWorker,
  type ImportWorkerOptions,
} from './work/createImportWorker.ts';

export const crm: Schema = defineSchema({
  id: 'crm',
  country: 'SE',
  settings: { report: { type: 'emails', label: 'Report to' } },
  entities: {
    company: {
      label: 'Company',
      identify: [['name']],
      fields: {
        name: { type: 'text', label: 'Company name', required: true },
        city: { type: 'text', label: 'City' },
      },
    },
    contact: {
      label: 'Contact',
      parent: 'company',
      extendable: true,
      identify: [['email']],
      fields: {
        email: { type: 'email', label: 'E-mail', required: true },
        firstName: { type: 'text', label: 'First name' },
      },
    },
  },
});

/** Four rows: two contacts of one company, a bad address, a good one. */
export const CUSTOMERS: string = [
  'Company name,City,E-mail,First name',
  'Acme,Malmö,anna@acme.se,Anna',
  'Acme,Malmö,bo@acme.se,Bo',
  'Beta,Lund,cia@@beta,Cia',
  'Beta,Lund,dan@beta.se,Dan',
  '',
].join('\n');

const target = (entity: string, field: string) => ({ kind: 'field' as const, entity, field });
const column = (
  index: number,
  header: string,
  to: ReturnType<typeof target>,
  match = false,
): Recipe['columns'][number] => ({
  column: index,
  header,
  target: to,
  match,
  write: 'overwrite',
  clear: false,
  format: {},
  values: [],
});

export const recipe: Recipe = {
  version: 1,
  read: {},
  columns: [
    column(0, 'Company name', target('company', 'name'), true),
    column(1, 'City', target('company', 'city')),
    column(2, 'E-mail', target('contact', 'email'), true),
    column(3, 'First name', target('contact', 'firstName')),
  ],
  defaults: [],
  policy: { mode: 'create-and-update', ambiguous: 'create', allOrNothing: false },
  settings: {},
  edits: [],
  excluded: [],
};

/** `rows` rows over half as many companies, every company twice, far apart. */
export function largeFile(rows: number): string {
  const half = Math.ceil(rows / 2);
  const lines = Array.from({ length: rows }, (_, i) => {
    const company = i % half;
    return `Company ${company},City ${i},person${i}@example.com,Name ${i}`;
  });
  return ['Company name,City,E-mail,First name', ...lines, ''].join('\n');
}

let instances: Promise<PGlite> | null = null;
/** One PGlite for the tests of a file: starting it takes seconds. */
export function pglite(): Promise<PGlite> {
  instances ??= openPglite();
  return instances;
}

export async function pgliteServerDatabase(): Promise<ServerDatabase> {
  return pgliteDatabase(await pglite());
}

export interface Api {
  /** Where the records are. */
  readonly databaseSchema: string;
  readonly tenant: string;
  readonly server: ImportServer;
  readonly adapter: PostgresAdapter;
  readonly database: ServerDatabase;
  worker(options?: Partial<ImportWorkerOptions>): ImportWorker;
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  json<Result>(method: string, path: string, body?: unknown): Promise<Result>;
  /** A new draft with its file. */
  upload(content: string | Uint8Array, name?: string): Promise<string>;
  /** A new import, uploaded, with this recipe, started. */
  start(content: string, given?: Recipe): Promise<string>;
  until(id: string, ...statuses: readonly ServerStatus[]): Promise<ServerImport>;
  close(): Promise<void>;
}

/** A server in front of tables of its own; `x-user: tenant/name` tells who asks. */
export async function openApi(
  database: ServerDatabase,
  options: Partial<ImportServerOptions> = {},
  { tenant = crypto.randomUUID(), ...targets }: Partial<Pick<Api, 'tenant' | 'adapter'>> = {},
): Promise<Api> {
  const databaseSchema = `crm_${crypto.randomUUID().replaceAll('-', '')}`;
  await database.client.query(`CREATE SCHEMA ${databaseSchema}`);
  const adapter =
    targets.adapter ?? postgresAdapter({ schema: crm, client: database.client, databaseSchema });
  await adapter.createTables();
  const workers: ImportWorker[] = [];
  const server = createImportServer({
    schemas: [crm],
    adapter,
    database,
    path: '/api/imports',
    identify: (request) => personOf(request.headers.get('x-user')),
    authorize: () => true,
    followMs: 50,
    heartbeatSeconds: 10,
    ...options,
  });

  const call: Api['call'] = (method, path, body, headers = {}) =>
    server.fetch(
      new Request(`http://localhost/api/imports${path}`, {
        method,
        headers: {
          'x-user': `${tenant}/ann`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : {
              body:
                typeof body === 'string' || body instanceof Uint8Array
                  ? (body as BodyInit)
                  : JSON.stringify(body),
            }),
      }),
    );
  const json: Api['json'] = async (method, path, body) => {
    const response = await call(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const api: Api = {
    databaseSchema,
    tenant,
    server,
    adapter,
    database,
    call,
    json,
    worker(given = {}) {
      const worker = createImportWorker({
        schemas: [crm],
        adapter,
        database,
        watchMs: 50,
        ...given,
      });
      workers.push(worker);
      return worker;
    },
    async upload(content, name = 'customers.csv') {
      const { id } = await json<ImportSummary>('POST', '', { schema: 'crm', fileName: name });
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const response = await call('POST', `/${id}/uploads`, bytes, {
        ...tus(name, bytes.byteLength),
        'content-type': 'application/offset+octet-stream',
      });
      if (response.status !== 201)
        throw new Error(`upload: ${response.status} ${await response.text()}`);
      return id;
    },
    async start(content, given = recipe) {
      const id = await api.upload(content);
      await json('PATCH', `/${id}`, { recipe: given });
      await json('POST', `/${id}/start`, {});
      return id;
    },
    async until(id, ...statuses) {
      // Patient: databases and other tests share the machine.
      for (const end = Date.now() + 100_000; Date.now() < end;) {
        const found = await json<ServerImport>('GET', `/${id}`);
        if (statuses.includes(found.status)) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(
        `Import ${id} never was ${statuses.join(' or ')}: ${JSON.stringify(await json('GET', `/${id}`))}`,
      );
    },
    async close() {
      for (const worker of workers) await worker.stop();
      await server.stop();
      await database.client.query(`DROP SCHEMA ${databaseSchema} CASCADE`);
    },
  };
  return api;
}

/** Headers that begin an upload. */
export function tus(name: string, length: number): Readonly<Record<string, string>> {
  return {
    'tus-resumable': '1.0.0',
    'upload-length': String(length),
    'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
  };
}

function personOf(
  header: string | null,
): { readonly tenant: string; readonly user: string } | null {
  const [tenant, user] = header?.split('/') ?? [];
  return tenant !== undefined && user !== undefined ? { tenant, user } : null;
}
