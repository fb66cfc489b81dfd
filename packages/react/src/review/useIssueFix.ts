import type { GridRow, Importer, IssueGroup, RowQuery } from '@importera/engine';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { isOffending } from './isOffending.ts';

/** Rows asked for at once while all rows of a group are gathered. */
const BATCH = 1000;

export interface IssueFix {
  /** Replaces the offending text in every row that has the issue. */
  replaceAll(group: IssueGroup, value: string): Promise<void>;
  /** Leaves out every row that has the issue. */
  excludeAll(group: IssueGroup): Promise<void>;
}

/** Corrections of all rows that share an issue. */
export function useIssueFix(): IssueFix {
  const { importer } = useImporterScope();
  return {
    async replaceAll(group, value) {
      const { column } = group;
      if (column === null) return;
      const rows = await rowsOf(importer, group);
      const offending = rows.filter((row) => isOffending(row, group));
      const edits = offending.map(({ row }) => ({ row, column, value }));
      importer.dispatch({ type: 'cells-edited', edits });
    },
    async excludeAll(group) {
      const rows = (await rowsOf(importer, group)).map(({ row }) => row);
      importer.dispatch({ type: 'rows-excluded', rows, excluded: true });
    },
  };
}

/** The query for the rows of a group. */
export function issueFilter(group: IssueGroup): NonNullable<RowQuery['issue']> {
  const { code, entity, field, value } = group;
  return { code, entity, field, value };
}

async function rowsOf(importer: Importer, group: IssueGroup): Promise<readonly GridRow[]> {
  const rows: GridRow[] = [];
  const issue = issueFilter(group);
  for (let offset = 0; ; offset += BATCH) {
    const page = await importer.rows({ issue, offset, limit: BATCH });
    rows.push(...page.rows);
    if (offset + BATCH >= page.total || page.rows.length === 0) return rows;
  }
}
