import { access } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { postgresAdapter } from '@importera/postgres';
import type { ImportServerOptions, ImportWorkerOptions, ServerDatabase } from '@importera/server';
import { CliError } from '../CliError.ts';
import type { Arguments } from '../parseArguments.ts';
import { readSchema } from '../readJson.ts';

/** What `importera serve` and `importera worker` are told by a host: the options of server and worker. */
export type HostOptions = Omit<ImportServerOptions, 'database' | 'logger'> &
  Omit<ImportWorkerOptions, 'database' | 'logger' | 'onError'>;

/** What a configuration's module exports as its default, or makes when it is called with the database. */
export type HostConfig =
  | Partial<HostOptions>
  | ((given: {
      readonly database: ServerDatabase;
    }) => Partial<HostOptions> | Promise<Partial<HostOptions>>);

type OpenDatabase = () => Promise<ServerDatabase>;

const NAMES = ['importera.config.ts', 'importera.config.js', 'importera.config.mjs'];

/**
 * The host's options, from the module that `--config` names or one of the usual names here; what it leaves out is the local
 * default: the schema of `--schema`, records in Postgres tables made from it, one person, asked from this machine only.
 */
export async function loadConfig(args: Arguments, open: OpenDatabase): Promise<HostOptions> {
  const given = await readConfig(args.config, open);
  const schemas = given.schemas ?? [await readSchema(args)];
  const people = whoMayAsk(given, args.host ?? LOCAL_HOST);
  const adapter = given.adapter ?? (await tablesOf(schemas, await open()));
  return { path: '/api/imports', ...given, schemas, adapter, ...people };
}

/** Where imports are served unless told. */
export const LOCAL_HOST = '127.0.0.1';
const LOOPBACK = new Set([LOCAL_HOST, 'localhost', '::1']);

/** Where no configuration says who asks, it may be only the person at this machine. */
function whoMayAsk(
  { identify, authorize }: Partial<HostOptions>,
  host: string,
): Pick<HostOptions, 'identify' | 'authorize'> {
  if (identify === undefined && !LOOPBACK.has(host)) {
    throw new CliError(
      `--host ${host} can be reached by others: say who they are (identify) in importera.config.ts.`,
    );
  }
  if (identify !== undefined && authorize === undefined) {
    throw new CliError(
      'The configuration says who asks (identify), but not what they may do (authorize).',
    );
  }
  return { identify: identify ?? personAtThisMachine, authorize: authorize ?? (() => true) };
}

async function readConfig(named: string | null, open: OpenDatabase): Promise<Partial<HostOptions>> {
  const path = named ?? (await usualName());
  if (path === null) return {};
  const url = pathToFileURL(resolve(path)).href;
  const module = (await import(url).catch((error: unknown) => {
    throw new CliError(
      `Cannot read "${path}": ${error instanceof Error ? error.message : String(error)}`,
    );
  })) as { readonly default?: HostConfig };
  const config = module.default;
  if (config === undefined)
    throw new CliError(`"${path}" has no default export. Export the options of the server.`);
  return typeof config === 'function' ? await config({ database: await open() }) : config;
}

async function usualName(): Promise<string | null> {
  for (const name of NAMES) {
    const isThere = await access(name).then(
      () => true,
      () => false,
    );
    if (isThere) return name;
  }
  return null;
}

async function tablesOf(
  schemas: HostOptions['schemas'],
  { client }: ServerDatabase,
): Promise<HostOptions['adapter']> {
  const adapters = new Map(
    schemas.map((schema) => [schema.id, postgresAdapter({ schema, client })]),
  );
  for (const adapter of adapters.values()) await adapter.createTables();
  return ({ schemaId }) => {
    const adapter = adapters.get(schemaId);
    if (adapter === undefined) throw new CliError(`There is no schema "${schemaId}".`);
    return adapter;
  };
}

/** Asked by another name than this machine's, somebody else's page may be asking through a browser here. */
function personAtThisMachine(
  request: Request,
): { readonly tenant: string; readonly user: string } | null {
  const { hostname } = new URL(request.url);
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return null;
  return { tenant: 'local', user: userInfo().username };
}
