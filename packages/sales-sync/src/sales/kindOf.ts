import type { DocumentKind } from '../ports/SalesDocument.ts';
import type { SyncSettings } from '../SyncSettings.ts';

/** What a won deal becomes. */
export function kindOf({ source }: SyncSettings): DocumentKind {
  return source === 'orders' ? 'order' : 'invoice';
}
