import type { Deal } from '../ports/Deal.ts';
import type { DocumentKind, SalesDocument } from '../ports/SalesDocument.ts';
import type { Stream } from './Stream.ts';
import type { Work } from './Work.ts';

export function dealStream({ crm, options: { signal } }: Work): Stream<Deal> {
  return {
    name: 'deal',
    changes: (after) => crm.changes(after, { signal }),
    read: (ids) => crm.readDeals(ids, { signal }),
  };
}

/**
 * What a document means for a deal depends on what sales are read from, so each source follows the documents on its own:
 * after a change of it they all come again, those made meanwhile too.
 */
export function documentStream(work: Work, kind: DocumentKind): Stream<SalesDocument> {
  const { accounting, settings } = work;
  const { signal } = work.options;
  return {
    name: `${settings.source}/${kind}`,
    changes: (after) => accounting.changes(kind, after, { signal }),
    read: (ids) => accounting.read(kind, ids, { signal }),
  };
}
