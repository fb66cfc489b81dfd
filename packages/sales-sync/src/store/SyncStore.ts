/** A document and the deal it belongs to. */
export interface Link {
  /** Kind and id, e.g. `invoice:71`. */
  readonly document: string;
  /** Id of the deal. */
  readonly deal: string;
  /** The deal was made from this document or the document from the deal; otherwise the document only completes it. */
  readonly basis: boolean;
}

/** How far a stream of changes was followed. */
export interface Position {
  readonly cursor: string | null;
  /** Ids to look at again: they were refused, or what they build on was not there yet. */
  readonly again: readonly string[];
}

/** What one step of a sync learnt. */
export interface Step {
  readonly links: readonly Link[];
  /** Absent where a step was not finished. */
  readonly position?: { readonly stream: string } & Position;
}

/** What a sync remembers between runs. If it is lost, the references of documents and deals are enough to go on. */
export interface SyncStore {
  linksOfDocuments(documents: readonly string[]): Promise<readonly Link[]>;
  linksOfDeals(deals: readonly string[]): Promise<readonly Link[]>;
  /** Null for a stream that was never followed. */
  position(stream: string): Promise<Position | null>;
  /** As one: all of a step is kept or none. A link that is known stays, and one that is a basis stays one. */
  save(step: Step): Promise<void>;
}
