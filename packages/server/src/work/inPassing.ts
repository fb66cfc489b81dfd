/** Stores what comes along without holding up who brings it. */
export interface InPassing<Item> {
  /** Takes items; waits only while too many are waiting already. @throws what storing threw. */
  add(items: readonly Item[]): Promise<void>;
  /** Waits until everything is stored. @throws what storing threw. */
  end(): Promise<void>;
}

/** Items held at most before who brings them has to wait. */
const WAITING = 8;

/** Items that come while others are being stored are stored together after them: the slower a commit, the fewer there are. */
export function inPassing<Item>(store: (items: readonly Item[]) => Promise<void>): InPassing<Item> {
  let waiting: readonly Item[] = [];
  let asked = false;
  let storing: Promise<void> | null = null;
  const storeAll = async (): Promise<void> => {
    while (asked) {
      const items = waiting;
      waiting = [];
      asked = false;
      await store(items);
    }
    storing = null;
  };
  return {
    async add(items) {
      if (storing !== null && waiting.length >= WAITING) await storing;
      waiting = [...waiting, ...items];
      asked = true;
      storing ??= storeAll();
      // Awaited above or at the end; until then a failure must not count as unhandled.
      storing.catch(() => undefined);
    },
    async end() {
      await storing;
    },
  };
}
