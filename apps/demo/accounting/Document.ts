/** What the accounting system sells by. */
export const KINDS = ['orders', 'invoices'] as const;
export type Kind = (typeof KINDS)[number];

export interface Line {
  readonly product: string | null;
  readonly text: string;
  readonly quantity: number;
  readonly price: number;
}

/** An order or an invoice, as the API tells it. Dates are ISO days. */
export interface Document {
  readonly number: string;
  /** A text of whoever made it through the API; unique. */
  readonly externalReference: string | null;
  /** Number of the order an invoice was made from. */
  readonly orderNumber: string | null;
  readonly title: string;
  readonly customer: string;
  readonly date: string;
  readonly deliveryDate: string | null;
  readonly currency: string;
  readonly total: number;
  readonly ourReference: string | null;
  readonly rows: readonly Line[];
}

export interface NewDocument extends Omit<Document, 'date' | 'number' | 'orderNumber'> {
  /** Null: today. */
  readonly date: string | null;
}
