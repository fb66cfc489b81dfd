// The public API: the sync, its settings and what it tells; the two ports and the store a host gives it.
export { createSalesSync } from './createSalesSync.ts';
export type { PreviewOptions, SalesSync } from './createSalesSync.ts';
export { checkSettings } from './SyncSettings.ts';
export type { SyncSettings } from './SyncSettings.ts';
export type { RunOptions, SalesSyncOptions } from './run/Work.ts';
export type { Rejected, SyncCounts, SyncEntity, SyncReport } from './run/SyncReport.ts';
export type { PreviewPart, PreviewRow, SyncPreview } from './preview/SyncPreview.ts';
export { syncSchema } from './records/syncSchema.ts';

// ports
export type {
  AccountingSource,
  AccountingTarget,
  ListPrice,
  PriceList,
} from './ports/Accounting.ts';
export type { CrmProduct, CrmSource, CrmTarget, CrmUser } from './ports/Crm.ts';
export type { Deal, DealDraft, DealValues } from './ports/Deal.ts';
export type { CallOptions, Page } from './ports/Page.ts';
export { DOCUMENT_KINDS } from './ports/SalesDocument.ts';
export type {
  DocumentDraft,
  DocumentKind,
  SalesDocument,
  SalesLine,
} from './ports/SalesDocument.ts';

// store
export { memorySyncStore } from './store/memorySyncStore.ts';
export type { Link, Position, Step, SyncStore } from './store/SyncStore.ts';
