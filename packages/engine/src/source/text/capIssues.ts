import type { Issue } from '../../issue/Issue.ts';

/** Issues told of one kind; a file with more is broken as a whole. */
const MOST = 1000;

/** Passes on the first thousand issues of each code, so that a broken file costs bounded memory. */
export function capIssues(onIssue: ((issue: Issue) => void) | undefined): (issue: Issue) => void {
  if (onIssue === undefined) return () => {};
  const counts = new Map<string, number>();
  return (issue) => {
    const count = (counts.get(issue.code) ?? 0) + 1;
    counts.set(issue.code, count);
    if (count <= MOST) onIssue(issue);
    if (count === MOST) {
      onIssue({ code: 'more-issues', severity: 'info', params: { code: issue.code, most: MOST } });
    }
  };
}
