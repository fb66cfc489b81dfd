import { callAdapter, type CallOptions } from '../adapter/callAdapter.ts';
import { checkMatches } from '../adapter/checkAnswer.ts';
import type {
  LookupRequest,
  PersistenceAdapter,
  StoredRecord,
} from '../adapter/PersistenceAdapter.ts';
import { ImportError } from '../issue/ImportError.ts';
import type { Value } from '../schema/Schema.ts';
import type { LookupGroup } from './entityRules.ts';

/** One question to the adapter. */
export interface Ask {
  readonly group: LookupGroup;
  readonly key: readonly Value[];
  /** `keyText` of the key. */
  readonly text: string;
  /** The stored parent to look in; null looks everywhere. */
  readonly parentId: string | null;
}

/** Answers of the adapter, kept for a block of rows. */
export interface StoredLookups {
  /** Undefined: not asked yet. */
  find(ask: Ask): readonly StoredRecord[] | undefined;
  /** Asks what was not asked yet: one call for each entity and set of fields. Tells whether any record was found. */
  fetch(asks: readonly Ask[]): Promise<boolean>;
}

/** Keys in one call at most. */
const CALL_KEYS = 5000;

export function storedLookups(adapter: PersistenceAdapter, options: CallOptions): StoredLookups {
  const answers = new Map<LookupGroup, Map<string, readonly StoredRecord[]>>();
  return {
    find: (ask) => answers.get(ask.group)?.get(askText(ask)),
    async fetch(asks) {
      const calls = [...newAsks(answers, asks)].flatMap(([group, fresh]) =>
        chunks([...fresh.values()]).map(async (chunk) => {
          const matches = await lookUp(adapter, requestOf(group, chunk), options);
          const known = answers.get(group) ?? new Map<string, readonly StoredRecord[]>();
          for (const [i, ask] of chunk.entries()) known.set(askText(ask), matches[i] ?? []);
          answers.set(group, known);
          return matches.some((found) => found.length > 0);
        }),
      );
      return (await Promise.all(calls)).includes(true);
    },
  };
}

function newAsks(
  answers: ReadonlyMap<LookupGroup, ReadonlyMap<string, unknown>>,
  asks: readonly Ask[],
): ReadonlyMap<LookupGroup, ReadonlyMap<string, Ask>> {
  const fresh = new Map<LookupGroup, Map<string, Ask>>();
  for (const ask of asks) {
    const text = askText(ask);
    if (answers.get(ask.group)?.has(text) === true) continue;
    const group = fresh.get(ask.group) ?? new Map<string, Ask>();
    fresh.set(ask.group, group.set(text, ask));
  }
  return fresh;
}

function askText({ text, parentId }: Ask): string {
  return parentId === null ? text : `@${parentId.length}:${parentId}${text}`;
}

function chunks(asks: readonly Ask[]): readonly (readonly Ask[])[] {
  const parts: Ask[][] = [];
  for (let i = 0; i < asks.length; i += CALL_KEYS) parts.push(asks.slice(i, i + CALL_KEYS));
  return parts;
}

function requestOf({ entity, fields }: LookupGroup, asks: readonly Ask[]): LookupRequest {
  const request = { entity, fields, keys: asks.map(({ key }) => key) };
  if (asks.every(({ parentId }) => parentId === null)) return request;
  return { ...request, parentIds: asks.map(({ parentId }) => parentId) };
}

async function lookUp(
  adapter: PersistenceAdapter,
  request: LookupRequest,
  options: CallOptions,
): Promise<readonly (readonly StoredRecord[])[]> {
  try {
    const answer = await callAdapter((context) => adapter.lookup(request, context), options);
    return checkMatches(answer, request.keys.length);
  } catch (cause) {
    options.signal?.throwIfAborted();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ImportError(
      'adapter-failed',
      `The records that are already stored (${request.entity}) could not be looked up, so there is no plan. ${reason}`,
      { cause, params: { entity: request.entity, reason } },
    );
  }
}
