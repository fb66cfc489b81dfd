/** What a sale is called in the accounting system. */
export const DOCUMENT_KINDS = ['order', 'invoice'] as const;
/** Kinds of documents that are read: `invoice` and `order`. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** One line of a document or deal. `price` is for one piece. */
export interface SalesLine {
  /** Number of the product; null for a line of text or work. */
  readonly product: string | null;
  readonly text: string;
  readonly quantity: number;
  readonly price: number;
}

/** An invoice or order as the accounting system has it. Dates are ISO days. */
export interface SalesDocument {
  readonly kind: DocumentKind;
  /** Unique among documents of the kind, and never given again. */
  readonly id: string;
  /** As given to `AccountingTarget.create`; null for a document made in the accounting system. */
  readonly reference: string | null;
  /** The order an invoice was made from; never changes. Null for the others and for orders. */
  readonly order: string | null;
  readonly title: string;
  readonly customer: string;
  readonly date: string;
  readonly deliveryDate: string | null;
  readonly currency: string;
  readonly amount: number;
  /** Name of the seller's own person (Swedish: vår referens). */
  readonly ourReference: string | null;
  readonly lines: readonly SalesLine[];
}

/** A document to be made from a won deal. */
export interface DocumentDraft {
  /** `deal:` and the id of the deal: the same reference twice makes one document. */
  readonly reference: string;
  readonly title: string;
  readonly customer: string;
  /** Null: the day it is made. */
  readonly date: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly ourReference: string | null;
  readonly lines: readonly SalesLine[];
}
