import type { Issue } from '@importera/engine';

/** An issue, or a group of them, as far as its text needs to know it. */
export type ToldIssue = Pick<Issue, 'code' | 'params'> & {
  readonly entity?: string | null;
  readonly field?: string | null;
};
