import { memoryAdapter, type MemoryAdapter } from '../adapter/memoryAdapter.ts';
import type { StoredRecord } from '../adapter/PersistenceAdapter.ts';
import type { Issue } from '../issue/Issue.ts';
import type { ColumnMapping } from '../mapping/Mapping.ts';
import type { EntityRecords, RecordBlock } from '../records/Records.ts';
import { entitiesInOrder } from '../schema/entitiesInOrder.ts';
import type { Schema, Value } from '../schema/Schema.ts';
import { planImport } from './planImport.ts';
import type { PlannedRow, PlanSummary } from './Plan.ts';
import { plannedRow } from './plannedRow.ts';
import type { PlanOptions } from './PlanRun.ts';

/** `company.name` or, with options, what else the mapping of the column says. `company.name!` is a match column. */
export type ColumnSpec =
  | string
  | ({ readonly to: string } & Partial<Pick<ColumnMapping, 'write' | 'clear' | 'target'>>);

export const crm: Schema = {
  id: 'crm',
  entities: {
    company: {
      label: 'Company',
      fields: {
        id: { type: 'id', label: 'Id' },
        name: { type: 'text', label: 'Name' },
        city: { type: 'text', label: 'City' },
        orgNumber: { type: 'text', label: 'Org. number', unique: true },
        tags: {
          type: 'choice',
          label: 'Tags',
          options: ['a', 'b', 'c'],
          multiple: true,
          open: true,
        },
        owner: { type: 'reference', label: 'Owner', to: 'company', by: ['orgNumber', 'name'] },
      },
    },
    contact: {
      label: 'Contact',
      parent: 'company',
      fields: {
        id: { type: 'id', label: 'Id' },
        name: { type: 'text', label: 'Name' },
        email: { type: 'email', label: 'E-mail', required: true },
        phone: { type: 'phone', label: 'Phone' },
        employer: { type: 'reference', label: 'Employer', to: 'company', by: ['name'] },
      },
    },
  },
};

export function mappingOf(specs: readonly ColumnSpec[]): readonly ColumnMapping[] {
  return specs.map((spec, column) => {
    const { to, ...more } = typeof spec === 'string' ? { to: spec } : spec;
    const [entity = '', field = ''] = to.replace('!', '').split('.');
    return {
      column,
      header: to,
      target: { kind: 'field', entity, field },
      match: to.endsWith('!'),
      write: 'overwrite',
      clear: false,
      format: {},
      values: [],
      ...more,
    };
  });
}

export interface BlockOptions {
  readonly schema?: Schema;
  readonly size?: number;
  readonly issues?: readonly Issue[];
}

/** Rows as record blocks of some size; row numbers start at 2. */
export async function* recordBlocks(
  specs: readonly ColumnSpec[],
  rows: readonly (readonly Value[])[],
  { schema = crm, size = 1024, issues = [] }: BlockOptions = {},
): AsyncIterable<RecordBlock> {
  const columns = mappingOf(specs);
  for (let start = 0; start < rows.length; start += size) {
    const part = rows.slice(start, start + size);
    const rowNumbers = Uint32Array.from(part, (_, r) => start + r + 2);
    const own = issues.filter(({ row }) => row !== undefined && rowNumbers.includes(row));
    const entities = entitiesInOrder(schema).flatMap(([entity]) =>
      entityRecords(entity, columns, part),
    );
    yield { size: part.length, rowNumbers, entities, issues: own };
  }
}

function entityRecords(
  entity: string,
  columns: readonly ColumnMapping[],
  rows: readonly (readonly Value[])[],
): readonly EntityRecords[] {
  const fields = columns.flatMap(({ column, target }) =>
    target === null || target.kind === 'ignore' || target.entity !== entity
      ? []
      : [{ field: target.field, column, values: rows.map((row) => row[column] ?? null) }],
  );
  if (fields.length === 0) return [];
  const present = Uint8Array.from(rows, (_, r) =>
    fields.some(({ values }) => values[r] !== null) ? 1 : 0,
  );
  return [{ entity, present, fields }];
}

export interface Planned {
  readonly rows: readonly PlannedRow[];
  readonly summary: PlanSummary;
  readonly adapter: MemoryAdapter;
}

/** Plans rows against stored records. */
export async function planned(
  specs: readonly ColumnSpec[],
  rows: readonly (readonly Value[])[],
  options: BlockOptions &
    Partial<PlanOptions> & {
      readonly stored?: Readonly<Record<string, readonly StoredRecord[]>>;
    } = {},
): Promise<Planned> {
  const { schema = crm, stored = {}, size, issues, ...more } = options;
  const adapter = memoryAdapter(schema, { records: stored });
  const blocks = recordBlocks(specs, rows, {
    schema,
    ...(size === undefined ? {} : { size }),
    ...(issues === undefined ? {} : { issues }),
  });
  const context = { importId: 'test', settings: {} };
  const plan = await planImport(blocks, {
    schema,
    columns: mappingOf(specs),
    adapter,
    context,
    ...more,
  });
  const all = plan.blocks.flatMap((block) =>
    Array.from({ length: block.size }, (_, r) => plannedRow(block, r)),
  );
  return { rows: all, summary: plan.summary, adapter };
}

/** `create company#0, update contact#1` of a row: short enough for tables. */
export function brief({ status, records }: PlannedRow): string {
  const parts = records.map(({ action, entity, record, id }) => {
    const name = id ?? (record < 0 ? '' : `#${record}`);
    return `${action} ${entity}${name === '' ? '' : ' '}${name}`;
  });
  return `${status}: ${parts.join(', ')}`;
}
