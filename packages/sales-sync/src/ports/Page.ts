/** A run of changed records, the oldest change first. A record may come more than once: as it is now, never as it was. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page starts; kept as it is. The same where nothing changed. */
  readonly cursor: string;
  /** Whether to ask again at once. */
  readonly more: boolean;
}

/** What every call of a port is given. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}
