import type { Issue } from '../issue/Issue.ts';
import type { CellEdit, ColumnMapping, FieldDefault } from '../mapping/Mapping.ts';
import type { Schema } from '../schema/Schema.ts';
import type { Block } from '../source/Block.ts';
import type { Table } from '../table/Table.ts';
import { formatDefaults } from './columnDecision.ts';
import { type EditsByRow, editsByRow, withEdits } from './editedBlock.ts';
import { entityReader } from './entityReader.ts';
import type { GivenValue } from './givenValue.ts';
import { loadPhones } from './loadPhones.ts';
import type { RecordBlock } from './Records.ts';
import { targetFields } from './targetFields.ts';

/** What a person decided that shapes the records; a recipe has all of it. */
export interface ReadRecordsOptions {
  readonly columns: readonly ColumnMapping[];
  readonly defaults: readonly FieldDefault[];
  readonly edits: readonly CellEdit[];
  /** Row numbers the user took out: they stay in their block, marked in `RecordBlock.excluded`. */
  readonly excluded: readonly number[];
  /** What settings give; `importScope` tells. */
  readonly given?: readonly GivenValue[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the rows of a table as typed records, block by block. A cell that can not be read as its field's type gives
 * an issue and the value null; what is ambiguous in a whole column (the order of day and month, the decimal sign)
 * gives one warning, at the first row it matters for. Read the table's profile first: it holds the evidence.
 * @throws {ImportError} `recipe-invalid` where a column or default names a field the schema does not have.
 */
export function readRecords(
  table: Table,
  schema: Schema,
  options: ReadRecordsOptions,
): AsyncIterable<RecordBlock> {
  // Checked at once, not at the first block: a wrong recipe is the caller's mistake.
  const toRecords = recordReader(table, schema, options);
  return {
    async *[Symbol.asyncIterator]() {
      const read = await toRecords();
      const { signal } = options;
      for await (const block of table.blocks({ signal })) {
        signal?.throwIfAborted();
        yield read(block);
      }
    },
  };
}

/** Converts the blocks of a table one after another; call the result anew for each pass, as it remembers warnings. */
function recordReader(
  table: Table,
  schema: Schema,
  options: ReadRecordsOptions,
): () => Promise<(block: Block) => RecordBlock> {
  const targets = targetFields(schema, options.columns, options.defaults, options.given);
  const mapped = options.columns.map(({ column }) => column + 1);
  const width = Math.max(table.columns.length, ...mapped);
  const edits: EditsByRow = editsByRow(options.edits, width);
  const excludedRows = new Set(options.excluded);
  const formats = formatDefaults(table, schema.country);
  return async () => {
    const context = { table, schema, formats, phones: await loadPhones(targets) };
    const readers = targets.map((target) => entityReader(target, context));
    return (original) => {
      const block = withEdits(original, edits);
      const excluded = excludedIn(block, excludedRows);
      const issues: Issue[] = [];
      const entities = readers.map((read) => read({ block, excluded, issues }));
      const { size, rowNumbers } = block;
      const sorted = entities.length > 1 || issues.length > 1 ? issues.sort(byRow) : issues;
      return {
        size,
        rowNumbers,
        entities,
        issues: sorted,
        ...(excluded === undefined ? {} : { excluded }),
      };
    };
  };
}

function byRow(a: Issue, b: Issue): number {
  return (a.row ?? 0) - (b.row ?? 0);
}

function excludedIn(block: Block, rows: ReadonlySet<number>): Uint8Array | undefined {
  if (rows.size === 0) return undefined;
  const marks = block.rowNumbers.map((row) => (rows.has(row) ? 1 : 0));
  return marks.includes(1) ? Uint8Array.from(marks) : undefined;
}
