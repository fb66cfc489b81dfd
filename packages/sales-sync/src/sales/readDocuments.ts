import { idsByKind } from '../keys/documentKey.ts';
import { DOCUMENT_KINDS, type SalesDocument } from '../ports/SalesDocument.ts';
import type { Link } from '../store/SyncStore.ts';
import type { Work } from '../run/Work.ts';

/** The documents of some links, orders before invoices. */
export async function readDocuments(
  { accounting, options: { signal } }: Work,
  links: readonly Link[],
): Promise<readonly SalesDocument[]> {
  const ids = idsByKind(links.map(({ document }) => document));
  const found = await Promise.all(
    DOCUMENT_KINDS.map(async (kind) =>
      ids[kind].length === 0 ? [] : accounting.read(kind, ids[kind], { signal }),
    ),
  );
  return found.flat();
}
