import type { AccountingSource, AccountingTarget } from '../ports/Accounting.ts';
import type { CrmSource, CrmTarget } from '../ports/Crm.ts';

/** The two systems of a company. */
export interface SyncSystems {
  readonly accounting: AccountingSource & AccountingTarget;
  readonly crm: CrmSource & CrmTarget;
}

/** How to reach a company's two systems: the same for server and workers. */
export type SystemsOf = (tenant: string) => SyncSystems | Promise<SyncSystems>;
