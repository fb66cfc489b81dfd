import type { CallOptions, Page } from './Page.ts';
import type { DocumentDraft, DocumentKind, SalesDocument } from './SalesDocument.ts';

/** The price of a product on one price list. */
export interface ListPrice {
  /** Number of the product, the same in both systems. */
  readonly product: string;
  readonly name: string;
  readonly price: number;
}

/** A price list to choose. */
export interface PriceList {
  readonly id: string;
  readonly name: string;
}

/** What the sync reads of the accounting system. Drafts and cancelled documents are left out. */
export interface AccountingSource {
  /** Documents made or changed after a cursor; null from the very first. */
  changes(
    kind: DocumentKind,
    after: string | null,
    options?: CallOptions,
  ): Promise<Page<SalesDocument>>;
  /** Those of the documents that exist, in any order. */
  read(
    kind: DocumentKind,
    ids: readonly string[],
    options?: CallOptions,
  ): Promise<readonly SalesDocument[]>;
  /** The price lists there are, to choose one. */
  priceLists(options?: CallOptions): Promise<readonly PriceList[]>;
  /** All prices of a list; none for a list that does not exist. */
  prices(priceList: string, options?: CallOptions): Promise<readonly ListPrice[]>;
}

/** What the sync writes to it: new documents, nothing else. */
export interface AccountingTarget {
  /** Documents made under these references; a reference without one is left out. */
  find(
    kind: DocumentKind,
    references: readonly string[],
    options?: CallOptions,
  ): Promise<readonly SalesDocument[]>;
  /**
   * Makes a document and returns its id. A second call with the same kind and reference makes nothing and returns the first
   * id, also when the answer to the first was lost.
   */
  create(kind: DocumentKind, draft: DocumentDraft, options?: CallOptions): Promise<string>;
}
