/** Which notices a person has read. */
export interface BellMarks {
  /** Everything that ended up to this instant (ISO 8601) is read. */
  readonly seenUntil: string;
  /** Read by themselves. */
  readonly read: readonly string[];
}

/** Where the marks are kept: in this browser, or with the person's account at the host. */
export interface BellMemory {
  load(): BellMarks | null | Promise<BellMarks | null>;
  save(marks: BellMarks): void | Promise<void>;
}

/** A first look at the bell shows what ended in the last day as unread. */
const FIRST_LOOK_MS = 24 * 60 * 60 * 1_000;

export function firstMarks(): BellMarks {
  return { seenUntil: new Date(Date.now() - FIRST_LOOK_MS).toISOString(), read: [] };
}

/** Keeps the marks in this browser. A browser that keeps nothing forgets them with the page. */
export function browserMemory(key: string): BellMemory {
  return {
    load() {
      try {
        const text = localStorage.getItem(key);
        return text === null ? null : parseMarks(JSON.parse(text));
      } catch {
        return null;
      }
    },
    save(marks) {
      try {
        localStorage.setItem(key, JSON.stringify(marks));
      } catch {
        // Storage is switched off or full.
      }
    },
  };
}

function parseMarks(value: unknown): BellMarks | null {
  const { seenUntil, read } = (value ?? {}) as Partial<BellMarks>;
  if (typeof seenUntil !== 'string' || !Array.isArray(read)) return null;
  return { seenUntil, read: read.filter((id) => typeof id === 'string') };
}
