import type { Issue } from '../issue/Issue.ts';
import type { IssueGroup } from './Plan.ts';

export interface IssueGroups {
  add(issue: Issue): void;
  /** Errors first, then the most frequent. */
  groups(): readonly IssueGroup[];
}

/** Rows named in a group. */
const FIRST_ROWS = 10;
/** Groups by value at most: beyond, issues of a kind are counted without their value, so memory stays bounded. */
const VALUE_GROUPS = 1000;

/** Counts equal issues: same code, field and value. */
export function groupIssues(): IssueGroups {
  const groups = new Map<string, { group: IssueGroup; rows: number[]; count: number }>();
  return {
    add(issue) {
      let value = typeof issue.params['value'] === 'string' ? issue.params['value'] : null;
      const keyOf = (): string =>
        JSON.stringify([
          issue.code,
          issue.severity,
          issue.entity,
          issue.field,
          issue.column,
          value,
        ]);
      if (groups.size >= VALUE_GROUPS && !groups.has(keyOf())) value = null;
      const key = keyOf();
      const known = groups.get(key) ?? { group: groupOf(issue, value), rows: [], count: 0 };
      known.count += 1;
      if (issue.row !== undefined && known.rows.length < FIRST_ROWS) known.rows.push(issue.row);
      groups.set(key, known);
    },
    groups: () =>
      [...groups.values()]
        .map(({ group, rows, count }) => Object.assign({}, group, { count, firstRows: [...rows] }))
        .sort(
          (a, b) =>
            SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count,
        ),
  };
}

const SEVERITIES: readonly Issue['severity'][] = ['error', 'warning', 'info'];

function groupOf(
  { code, severity, entity, field, column, params }: Issue,
  value: string | null,
): IssueGroup {
  return {
    code,
    severity,
    entity: entity ?? null,
    field: field ?? null,
    column: column ?? null,
    value,
    count: 0,
    firstRows: [],
    params,
  };
}
