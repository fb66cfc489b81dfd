import type { SalesLine } from './SalesDocument.ts';

/** What the sync writes on a deal. Dates are ISO days. */
export interface DealValues {
  readonly status: 'open' | 'won' | 'lost';
  readonly title: string;
  readonly customer: string;
  readonly currency: string;
  readonly amount: number;
  readonly wonOn: string | null;
  /** Id of a CRM user. */
  readonly creator: string | null;
  readonly lines: readonly SalesLine[];
  /** Ids of the accounting documents of the sale, and the dates of its order. */
  readonly order: string | null;
  readonly orderedOn: string | null;
  readonly deliveryOn: string | null;
  readonly invoices: readonly string[];
}

/** A deal as the CRM has it. */
export interface Deal extends DealValues {
  readonly id: string;
  /** As given to `CrmTarget.createDeal`; null for a deal made in the CRM. */
  readonly reference: string | null;
}

/** A deal to be made from a document. */
export interface DealDraft extends DealValues {
  /** Kind and id of the document, e.g. `invoice:71`: the same reference twice makes one deal. */
  readonly reference: string;
}
