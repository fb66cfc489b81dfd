import {
  ImportError,
  type AdapterContext,
  type Field,
  type PersistenceAdapter,
  type Schema,
} from '@importera/engine';
import { createTables } from './createTables.ts';
import { customPlaces, makeCustomField, readCustomFields } from './customFields.ts';
import { freshStatistics } from './freshStatistics.ts';
import { internalTables, type InternalTables } from './internalTables.ts';
import type { EntityLayout, FieldPlace, Layout } from './Layout.ts';
import { listRecords } from './listRecords.ts';
import { lookupRecords } from './lookupRecords.ts';
import { readLayout } from './readLayout.ts';
import type { SqlClient } from './SqlClient.ts';
import { thrownError } from './sqlError.ts';
import { tableNames } from './tableNames.ts';
import type { TableOptions } from './TableOptions.ts';
import { previewUndo } from './previewUndo.ts';
import { undoImport } from './undoImport.ts';
import { writeBatch, type AfterWrite } from './writeBatch.ts';
import { writtenRecords, type WrittenOptions, type WrittenPage } from './writtenRecords.ts';

/** Which records, which tables, and what else belongs to a write. */
export interface PostgresAdapterOptions {
  readonly schema: Schema;
  /** See `fromPg` and `fromPglite`. */
  readonly client: SqlClient;
  /** Tables the host has already, by entity. The others are Importera's own. */
  readonly tables?: Readonly<Record<string, TableOptions>>;
  /** The database schema tables are in, where no other is named; default: the connection's search path. */
  readonly databaseSchema?: string;
  /** Ids of tables made by `createTables`; default `uuid`. */
  readonly ids?: 'uuid' | 'bigint';
  /** Keep how records were before, so that an import can be undone; default true. */
  readonly undo?: boolean;
  /** For what belongs to a batch, e.g. adding its records to the campaign of the settings. If it throws, nothing is stored. */
  readonly afterWrite?: AfterWrite;
}

/** An adapter over Postgres tables, with what only it can say of them. */
export interface PostgresAdapter extends Required<Omit<PersistenceAdapter, 'settings'>> {
  /** Makes tables, columns and indexes that are missing. Safe to call at every start. */
  createTables(): Promise<void>;
  /** Ids of the records of an entity that an import wrote, page by page: for a link to exactly those. Needs `undo`. */
  written(importId: string, entity: string, page?: WrittenOptions): Promise<WrittenPage>;
}

/**
 * Keeps records in Postgres tables: one per entity, a column per field, written set by set in one transaction a batch.
 * @throws (from every method) ImportError `adapter-failed`; `transient` for lost connections, deadlocks, time-outs.
 * @example
 * const adapter = postgresAdapter({ schema: crm, client: fromPg(pool) });
 * await adapter.createTables();
 */
export function postgresAdapter(options: PostgresAdapterOptions): PostgresAdapter {
  const {
    schema,
    client,
    tables = {},
    databaseSchema,
    ids = 'uuid',
    undo = true,
    afterWrite,
  } = options;
  const names = tableNames({ schema, tables, databaseSchema });
  const internal = internalTables(databaseSchema);
  const statistics = freshStatistics(client);
  const closedToCopy = new Set<string>();
  const layouts = remembering(() => readLayout(client, schema, names));

  const placesOf = async (entity: EntityLayout): Promise<ReadonlyMap<string, FieldPlace>> => {
    const custom =
      entity.custom === null ? {} : await readCustomFields(client, internal.fields, entity.entity);
    // The schema's own field wins over a custom one of the same name.
    return new Map([...customPlaces(entity, custom), ...entity.places]);
  };

  return {
    database: client,

    createTables: told('make its tables', async () => {
      await createTables(client, { schema, names, internal, databaseSchema, ids });
      layouts.forget();
    }),

    lookup: told('look records up', async (request, context) => {
      context.signal?.throwIfAborted();
      const { collation, ...layout } = await layouts.get();
      const entity = entityOf(layout, request.entity);
      await statistics.renew(entity);
      return await lookupRecords(client, request, {
        layout: entity,
        places: await placesOf(entity),
        collation,
      });
    }),

    list: told('list records', async (request, context) => {
      context.signal?.throwIfAborted();
      const { collation, ...layout } = await layouts.get();
      const entity = entityOf(layout, request.entity);
      const places = await placesOf(entity);
      return await listRecords(client, request, { layout: entity, places, collation });
    }),

    write: told('write a batch', async (batch, context) => {
      const layout = await layouts.get();
      const entities = new Set(batch.operations.map(({ entity }) => entity));
      const places = new Map<string, ReadonlyMap<string, FieldPlace>>();
      for (const entity of entities) places.set(entity, await placesOf(entityOf(layout, entity)));
      const outcomes = await writeBatch(client, batch, {
        internal,
        context,
        undo,
        closedToCopy,
        afterWrite,
        layoutOf: (entity) => entityOf(layout, entity),
        placesOf: (entity) => places.get(entity) ?? new Map(),
      });
      for (const { entity } of batch.operations) statistics.written(entity, 1);
      return outcomes;
    }),

    ...fieldMethods({ client, internal, layoutNow: layouts.get }),
    ...undoMethods({ client, internal, layoutNow: layouts.get }),
  };
}

interface MethodParts {
  readonly client: SqlClient;
  readonly internal: InternalTables;
  readonly layoutNow: () => Promise<Layout>;
}

/** Fields that users make. */
function fieldMethods({
  client,
  internal,
  layoutNow,
}: MethodParts): Pick<PostgresAdapter, 'fields' | 'createField'> {
  return {
    fields: told('read custom fields', async (entity) => {
      const layout = entityOf(await layoutNow(), entity);
      const none: Readonly<Record<string, Field>> = {};
      return layout.custom === null
        ? none
        : await readCustomFields(client, internal.fields, entity);
    }),

    createField: told('make a custom field', async (field) => {
      const layout = entityOf(await layoutNow(), field.entity);
      await makeCustomField(client, field, { table: internal.fields, layout });
    }),
  };
}

/** What an adapter does with what imports wrote. */
function undoMethods({
  client,
  internal,
  layoutNow,
}: MethodParts): Pick<PostgresAdapter, 'undo' | 'undoPreview' | 'written'> {
  return {
    undo: told('undo the import', async (importId, context) => {
      return await undoImport(client, importId, { layout: await layoutNow(), internal, context });
    }),

    undoPreview: told('preview the undo', async (importId, context) => {
      return await previewUndo(client, importId, { layout: await layoutNow(), internal, context });
    }),

    written: told('list what was written', async (importId, entity, page = {}) => {
      entityOf(await layoutNow(), entity);
      return await writtenRecords(client, internal, { ...page, importId, entity });
    }),
  };
}

function entityOf({ entities }: Pick<Layout, 'entities'>, entity: string): EntityLayout {
  const layout = entities.get(entity);
  if (layout !== undefined) return layout;
  throw new ImportError('adapter-failed', `The schema has no entity ${entity}.`, {
    params: { entity },
  });
}

/** Turns whatever a method throws into an error that says what failed and whether to try again. */
function told<Args extends readonly unknown[], Result>(
  what: string,
  run: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await run(...args);
    } catch (error) {
      // Cancelling is not an error: the signal's reason passes through.
      if (args.some((arg) => isAbortedBy(error, arg))) throw error;
      throw thrownError(error, what);
    }
  };
}

function isAbortedBy(error: unknown, context: unknown): boolean {
  const { signal } = (context ?? {}) as Partial<AdapterContext>;
  return signal?.aborted === true && signal.reason === error;
}

/** Keeps a result until told to forget it; a failure is not kept. */
function remembering<Result>(read: () => Promise<Result>): {
  get(): Promise<Result>;
  forget(): void;
} {
  let kept: Promise<Result> | null = null;
  const forget = (): void => {
    kept = null;
  };
  return {
    get() {
      if (kept !== null) return kept;
      const reading = read();
      kept = reading;
      reading.catch(forget);
      return reading;
    },
    forget,
  };
}
