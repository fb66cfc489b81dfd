import { DOCUMENT_KINDS, type DocumentKind, type SalesDocument } from '../ports/SalesDocument.ts';

/** A document by kind and id, e.g. `invoice:71`; also the reference of the deal made from it. */
export function documentKey(kind: DocumentKind, id: string): string {
  return `${kind}:${id}`;
}

/** Key of a document. */
export function keyOf({ kind, id }: SalesDocument): string {
  return documentKey(kind, id);
}

/** Key of the order an invoice was made from. */
export function orderKeyOf({ order }: SalesDocument): string | null {
  return order === null ? null : documentKey('order', order);
}

/** Null for a text that is no key. */
export function parseDocumentKey(
  key: string | null,
): { readonly kind: DocumentKind; readonly id: string } | null {
  const kind = DOCUMENT_KINDS.find((known) => key?.startsWith(`${known}:`));
  return kind === undefined ? null : { kind, id: (key ?? '').slice(kind.length + 1) };
}

/** Ids by kind, of those texts that are keys. */
export function idsByKind(keys: readonly string[]): Readonly<Record<DocumentKind, string[]>> {
  const ids: Record<DocumentKind, string[]> = { order: [], invoice: [] };
  for (const key of new Set(keys)) {
    const parsed = parseDocumentKey(key);
    if (parsed !== null) ids[parsed.kind].push(parsed.id);
  }
  return ids;
}
