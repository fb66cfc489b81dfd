import type { GridRow, IssueGroup } from '@importera/engine';

/** Whether the cell in the group's column is what the group tells of: a row may have several issues, and other cells that are right. */
export function isOffending({ planned }: Pick<GridRow, 'planned'>, group: IssueGroup): boolean {
  return planned.issues.some(
    (issue) =>
      issue.code === group.code &&
      (issue.entity ?? null) === group.entity &&
      (issue.field ?? null) === group.field &&
      (issue.column ?? null) === group.column &&
      (group.value === null || issue.params['value'] === group.value),
  );
}
