import type {
  AccountingSource,
  AccountingTarget,
  CallOptions,
  DocumentKind,
  SalesDocument,
} from '@importera/sales-sync';
import type { Document } from '../../accounting/Document.ts';

/** Longest a call may take, in milliseconds. */
const MOST_MS = 30_000;
const PATHS: Readonly<Record<DocumentKind, string>> = { order: 'orders', invoice: 'invoices' };

/** The accounting system as the sync sees it, over its HTTP API. */
export function accountingOverHttp(url: string): AccountingSource & AccountingTarget {
  const ask = async <Answer>(
    path: string,
    options: CallOptions = {},
    body?: object,
  ): Promise<Answer> => {
    const response = await fetch(`${url}/api/${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
      // A system that hangs must not hold the sync for ever.
      signal: AbortSignal.any([options.signal ?? [], AbortSignal.timeout(MOST_MS)].flat()),
    }).catch((error: unknown) => {
      options.signal?.throwIfAborted();
      throw passing('The accounting system does not answer.', error);
    });
    if (response.status >= 500) throw passing('The accounting system could not do it just now.');
    if (!response.ok) throw new Error(`The accounting system refused it: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const found = async (
    kind: DocumentKind,
    asked: object,
    options?: CallOptions,
  ): Promise<readonly SalesDocument[]> => {
    const documents = await ask<readonly Document[]>(`${PATHS[kind]}/find`, options, asked);
    return documents.map((document) => salesDocument(kind, document));
  };
  // #region port
  return {
    async changes(kind, after, options) {
      const { items, cursor, more } = await ask<{
        readonly items: readonly Document[];
        readonly cursor: number;
        readonly more: boolean;
      }>(`${PATHS[kind]}?after=${after ?? 0}`, options);
      const documents = items.map((document) => salesDocument(kind, document));
      return { items: documents, cursor: String(cursor), more };
    },
    read: (kind, ids, options) => found(kind, { numbers: ids }, options),
    find: (kind, references, options) => found(kind, { references }, options),
    priceLists: (options) => ask('price-lists', options),
    prices: (list, options) => ask(`price-lists/${encodeURIComponent(list)}`, options),
    async create(kind, { reference, amount, lines, ...draft }, options) {
      const document = { ...draft, externalReference: reference, total: amount, rows: lines };
      const made = await ask<{ readonly number: string }>(PATHS[kind], options, document);
      return made.number;
    },
  };
  // #endregion
}

function salesDocument(
  kind: DocumentKind,
  { number, externalReference, orderNumber, total, rows, ...document }: Document,
): SalesDocument {
  const named = { kind, id: number, reference: externalReference, order: orderNumber };
  return { ...document, ...named, amount: total, lines: rows };
}

/** What passes is tried again. */
function passing(message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { transient: true });
}
