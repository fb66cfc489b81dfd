import type { PreviewRow, ReadOptions, TableInfo } from '@importera/engine';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';

/** What a row of the file is. */
export type PreviewRowState = 'skipped' | 'header' | 'data';

/** The table as it was found, the options it was read with, and how to choose others. */
export interface TablePreview {
  readonly table: TableInfo;
  /** Options chosen by the person; the rest was found out. */
  readonly read: ReadOptions;
  /** The file is being read anew. */
  readonly reading: boolean;
  readonly disabled: boolean;
  /** First row below the headings, or null. */
  readonly firstRecord: PreviewRow | null;
  stateOf(row: number): PreviewRowState;
  /** Reads the file with other options; `undefined` takes a choice back. */
  change(options: { readonly [K in keyof ReadOptions]?: ReadOptions[K] | undefined }): void;
  getRowProps(row: number): {
    readonly 'data-state': PreviewRowState;
    readonly onClick: () => void;
  };
  getHeaderButtonProps(row: number): {
    readonly type: 'button';
    readonly 'aria-pressed': boolean;
    readonly 'aria-label': string;
    readonly disabled: boolean;
    readonly onClick: (event: { stopPropagation(): void }) => void;
  };
}

/** Behaviour of the table step: which rows are headings and data, and how the file is read. */
export function useTablePreview(): TablePreview {
  const { importer, messages, readOnly } = useImporterScope();
  const table = useOpenState((state) => state.table);
  const read = useOpenState((state) => state.recipe.read);
  const reading = useImporterState((state) => 'reading' in state && state.reading);

  const change: TablePreview['change'] = (options) => {
    if (readOnly) return;
    const next = Object.entries({ ...read, ...options }).filter(([, value]) => value !== undefined);
    void importer.actions.setRead(Object.fromEntries(next));
  };
  const stateOf = (row: number): PreviewRowState => rowState(row, table);
  const setHeader = (row: number): void => {
    // Rows that were ignored from the top count again once one of them is the heading.
    const skipRows = row <= table.skipRows ? undefined : read.skipRows;
    if (row !== table.headerRow) change({ headerRow: row, skipRows });
  };
  return {
    table,
    read,
    reading,
    disabled: readOnly,
    firstRecord: table.preview.find((row) => stateOf(row.row) === 'data') ?? null,
    stateOf,
    change,
    getRowProps: (row) => ({ 'data-state': stateOf(row), onClick: () => setHeader(row) }),
    getHeaderButtonProps: (row) => ({
      type: 'button',
      'aria-pressed': row === table.headerRow,
      'aria-label':
        row === table.headerRow ? messages.table.isHeader(row) : messages.table.useAsHeader(row),
      disabled: readOnly,
      onClick: (event) => {
        event.stopPropagation();
        setHeader(row);
      },
    }),
  };
}

function rowState(row: number, table: TableInfo): PreviewRowState {
  if (row === table.headerRow) return 'header';
  if (row <= table.skipRows) return 'skipped';
  return table.headerRow !== null && row < table.headerRow ? 'skipped' : 'data';
}
