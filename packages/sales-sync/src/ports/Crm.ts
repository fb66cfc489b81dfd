import type { Deal, DealDraft, DealValues } from './Deal.ts';
import type { CallOptions, Page } from './Page.ts';

/** A person of the CRM, who may be the creator of a deal. */
export interface CrmUser {
  readonly id: string;
  readonly name: string;
}

/** A product of the CRM. */
export interface CrmProduct {
  /** The same in both systems. */
  readonly number: string;
  readonly name: string;
  /** Starting price: what a new line of a deal starts from. */
  readonly price: number;
}

/** What the sync reads of the CRM. */
export interface CrmSource {
  /** Deals made or changed after a cursor, won or not; null from the very first. */
  changes(after: string | null, options?: CallOptions): Promise<Page<Deal>>;
  /** Those of the deals that exist, in any order. */
  readDeals(ids: readonly string[], options?: CallOptions): Promise<readonly Deal[]>;
  /** Those of the products that exist, in any order. */
  readProducts(numbers: readonly string[], options?: CallOptions): Promise<readonly CrmProduct[]>;
  users(options?: CallOptions): Promise<readonly CrmUser[]>;
}

/** What the sync writes to it. */
export interface CrmTarget {
  /** Deals made under these references; a reference without one is left out. */
  findDeals(references: readonly string[], options?: CallOptions): Promise<readonly Deal[]>;
  /**
   * Makes a deal and returns its id. A second call with the same reference makes nothing and returns the first id, also when
   * the answer to the first was lost.
   */
  createDeal(draft: DealDraft, options?: CallOptions): Promise<string>;
  /** Changes the named values of a deal and no others. */
  updateDeal(id: string, changes: Partial<DealValues>, options?: CallOptions): Promise<void>;
  /** Makes or changes the product of this number. Deals keep the prices they have. */
  saveProduct(product: CrmProduct, options?: CallOptions): Promise<void>;
}
