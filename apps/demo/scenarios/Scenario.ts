import type {
  ImportPermissions,
  PersistenceAdapter,
  RecordValues,
  Schema,
} from '@importera/engine';
import type { PostgresAdapter, PostgresAdapterOptions, SqlClient } from '@importera/postgres';
import type { Hono } from 'hono';
import type { Background, BackgroundHost } from './Background.ts';
import type { SchemaWords } from './inWords.ts';
import type { Localized } from './Localized.ts';
import type { Person } from './Person.ts';

/** What the demo's server must know of a scenario. */
export interface Scenario {
  /** First part of its addresses, e.g. `fortnox` for `/fortnox/companies`. */
  readonly path: string;
  /** Its `id` names the scenario's folder, the tenant its company is, and (with `_` for `-`) its database schema. */
  readonly schema: Schema;
  /** What the schema says in Swedish. */
  readonly swedish: SchemaWords;
  /** Whom one can sign in as. */
  readonly people: readonly Person[];
  /** Who may import what (FX1, AP1, TD2); reasons in the language that `say` chooses. */
  readonly permissions: (person: Person, say: (text: Localized) => string) => ImportPermissions;
  /** What the company has from the start. */
  readonly seed: readonly SeedRecord[];
  /** How records are written, beyond the tables that are made from the schema. */
  readonly adapter?: Pick<PostgresAdapterOptions, 'afterWrite' | 'ids' | 'tables'>;
  /** Changes what the adapter does, e.g. gives options of settings or scopes a look-up. */
  readonly wrap?: (adapter: PostgresAdapter, client: SqlClient) => CompanyAdapter;
  /** Makes tables of its own in its database schema. Run at every start, after those of the schema are there. */
  readonly prepare?: (client: SqlClient) => Promise<void>;
  /** Its own part of the API, under `/api/<path>/own`, for people who are signed in. */
  readonly routes?: (client: SqlClient, signedIn: (request: Request) => Person | null) => Hono;
  /** Work of its own behind the pages, begun and ended with the server; its routes stand beside the others. */
  readonly background?: (host: BackgroundHost) => Promise<Background>;
}

/** What keeps the records of a company; it may offer options of settings. */
export type CompanyAdapter = PostgresAdapter & Pick<PersistenceAdapter, 'settings'>;

/** A record of the first start. */
export interface SeedRecord {
  readonly entity: string;
  readonly values: RecordValues;
  /** Place in the list of the record it belongs to; that one comes earlier. */
  readonly parent?: number;
  /** Reference fields and the places of the records they point at; those come earlier. */
  readonly references?: Readonly<Record<string, number>>;
}
