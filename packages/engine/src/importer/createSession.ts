import { ImportError } from '../issue/ImportError.ts';
import type { IssueTexts } from '../issue/IssueTexts.ts';
import type { PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { suggestMapping } from '../mapping/suggestMapping.ts';
import { collectBytes } from '../report/collectBytes.ts';
import { writeTemplate, type TemplateFormat } from '../report/writeTemplate.ts';
import type { Schema } from '../schema/Schema.ts';
import { schemaOfKind } from '../schema/schemaOfKind.ts';
import { openSource } from '../source/openSource.ts';
import type { ReadOptions, SourceInput } from '../source/Source.ts';
import { profileTable } from '../table/profileTable.ts';
import { readTable } from '../table/readTable.ts';
import { createRun } from './createRun.ts';
import type { ImportRun } from './createRun.ts';
import { MEDIA_TYPES } from './mediaTypes.ts';
import { rememberBlocks } from './rememberBlocks.ts';
import type { RememberedTable } from './rememberBlocks.ts';
import type { ExportScope, ImportSession, PreviewRow, TableInfo } from './Session.ts';
import { storedFile } from './storedFile.ts';
import { sessionUndo } from './sessionUndo.ts';
import { readPreview, tableInfo } from './tableInfo.ts';
import { unknownValues } from './unknownValues.ts';

/** What `createSession` works with. */
export interface SessionOptions {
  readonly schema: Schema;
  /** Where records are looked up and written. */
  readonly adapter: PersistenceAdapter;
  /** Who imports, as the host names people: the adapter is told. */
  readonly user?: string | undefined;
  /** Languages besides English in which `errorFile` can be asked for by a tag. */
  readonly texts?: readonly IssueTexts[] | undefined;
}

/** A file as it was opened, and what was read of it so far. */
interface OpenFile {
  readonly input: SourceInput;
  readonly name: string;
  readonly preview: readonly PreviewRow[];
  readonly run: ImportRun;
  table: RememberedTable;
  /** The whole reading, once it has begun. */
  profiling: Promise<RememberedTable> | null;
}

/**
 * The work behind an import, done in this thread without blocking it for long. Rows and plan stay in
 * here; what comes out is plain data.
 * @example
 * const session = createSession({ schema: crm, adapter });
 * const table = await session.open(file, file.name, {});
 */
export function createSession({ schema, adapter, user, texts }: SessionOptions): ImportSession {
  let current: OpenFile | null = null;

  function file(): OpenFile {
    if (current !== null) return current;
    throw new ImportError('state-invalid', 'No file is open. Call `open` before anything else.');
  }

  async function open(
    input: SourceInput,
    name: string,
    read: ReadOptions,
    signal?: AbortSignal,
  ): Promise<TableInfo> {
    const source = await openSource(input, { ...read, name, signal });
    const table = rememberBlocks(await readTable(source, tableOptions(read, signal)));
    const preview = await readPreview(source, signal);
    signal?.throwIfAborted();
    const run = createRun({ schema, adapter, user, texts, table: () => profiled() });
    current = { input, name, preview, run, table, profiling: null };
    return tableInfo(table, preview);
  }

  /** The table with complete profiles: plans need the evidence of every row. */
  async function profiled(
    onProgress?: Parameters<ImportSession['profile']>[0],
    signal?: AbortSignal,
  ): Promise<RememberedTable> {
    const opened = file();
    opened.profiling ??= profile(opened, onProgress, signal);
    try {
      return await opened.profiling;
    } catch (error) {
      opened.profiling = null;
      throw error;
    }
  }

  return {
    open,
    async reread(read, signal) {
      const { input, name } = file();
      return open(input, name, read, signal);
    },
    async profile(onProgress, signal) {
      const { preview } = file();
      return tableInfo(await profiled(onProgress, signal), preview);
    },
    async suggest(kind) {
      return suggestMapping(file().table.columns, schemaOfKind(schema, kind));
    },
    async unknownValues(recipe) {
      return unknownValues(recipe, (await profiled()).columns, schemaOfKind(schema, recipe.kind));
    },
    plan: (recipe, onProgress, signal) => file().run.plan(recipe, onProgress, signal),
    rows: (query) => file().run.rows(query),
    commit: (options) => file().run.commit(options),
    pause: () => current?.run.pause(),
    resume: () => current?.run.resume(),
    cancel: () => current?.run.cancel(),
    errorFile: (format, language) => file().run.errorFile(format, language),
    corrections: (input, name) => file().run.corrections(input, name),
    async template(format, kind) {
      const bytes = await writeTemplate(schemaOfKind(schema, kind), format);
      return new Blob([bytes], { type: MEDIA_TYPES[format] });
    },
    ...sessionUndo(adapter),
    ...(adapter.list !== undefined && {
      async exportFile(format: TemplateFormat, scope: ExportScope) {
        const bytes = await collectBytes(storedFile({ schema, adapter, user, format, scope }));
        return new Blob([bytes], { type: MEDIA_TYPES[format] });
      },
    }),
    dispose() {
      current?.run.cancel();
      current = null;
    },
  };
}

async function profile(
  opened: OpenFile,
  onProgress?: Parameters<ImportSession['profile']>[0],
  signal?: AbortSignal,
): Promise<RememberedTable> {
  const { blocks, remembered } = opened.table;
  const complete = await profileTable(opened.table, {
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  opened.table = { ...complete, blocks, remembered };
  return opened.table;
}

function tableOptions(
  read: ReadOptions,
  signal?: AbortSignal,
): NonNullable<Parameters<typeof readTable>[1]> {
  return {
    ...(read.headerRow !== undefined && { headerRow: read.headerRow }),
    ...(read.skipRows !== undefined && { skipRows: read.skipRows }),
    ...(signal && { signal }),
  };
}
