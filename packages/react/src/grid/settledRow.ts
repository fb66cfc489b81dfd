import type { GridRow, Issue } from '@importera/engine';

/** After the import nothing is to be chosen any more: an issue that asks for a choice says what came of it. */
export function settledRow(row: GridRow): GridRow {
  const { planned, outcome } = row;
  if (outcome?.status !== 'written' && outcome?.status !== 'skipped') return row;
  const issues = planned.issues.map((issue) => settledIssue(issue, outcome.records));
  return { ...row, planned: { ...planned, issues } };
}

function settledIssue(issue: Issue, records: NonNullable<GridRow['outcome']>['records']): Issue {
  if (issue.code !== 'ambiguous-match') return issue;
  const record = records.find(({ entity }) => entity === issue.entity);
  const done = record?.action === 'created' ? 'created' : 'skipped';
  return { ...issue, params: { ...issue.params, done } };
}
