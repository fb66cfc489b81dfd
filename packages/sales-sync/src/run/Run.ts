import type { ReportCounter } from './SyncReport.ts';
import type { Users } from '../sales/users.ts';
import type { Work } from './Work.ts';

/** A run in progress. */
export interface Run {
  readonly work: Work;
  readonly users: Users;
  readonly counter: ReportCounter;
}
