import type { Deal } from '../ports/Deal.ts';
import { parseDocumentKey } from '../keys/documentKey.ts';
import { linesText } from '../records/linesText.ts';
import { exactKey, saleOfDeal } from '../keys/sale.ts';
import type { Link } from '../store/SyncStore.ts';
import type { SyncRow } from '../records/SyncRow.ts';
import type { Users } from './users.ts';

/** Deals of a page: those that have documents, and rows for the won ones that have none. */
export interface DealsByDocuments {
  readonly linked: readonly Link[];
  readonly rows: readonly SyncRow[];
}

/** @param known links of the deals that are stored. */
export function documentRows(
  deals: readonly Deal[],
  known: readonly Link[],
  users: Users,
): DealsByDocuments {
  const stored = new Set(known.map(({ deal }) => deal));
  const lost = deals.filter(({ id }) => !stored.has(id)).flatMap(linkOfReference);
  const linked = [...known, ...lost];
  const done = new Set(linked.map(({ deal }) => deal));
  const open = deals.filter(({ id, status }) => status === 'won' && !done.has(id));
  return { linked, rows: open.map((deal) => documentRow(deal, users)) };
}

/** A deal that was made from a document, but a crash came before their link was stored. */
function linkOfReference({ id, reference }: Deal): readonly Link[] {
  if (reference === null || parseDocumentKey(reference) === null) return [];
  return [{ document: reference, deal: id, basis: true }];
}

function documentRow(deal: Deal, users: Users): SyncRow {
  const { id, title, customer, currency, amount, wonOn, creator, lines } = deal;
  return {
    from: id,
    values: {
      reference: exactKey(saleOfDeal(id)),
      title,
      customer,
      date: wonOn,
      currency,
      amount,
      ourReference: users.nameOf(creator),
      lines: linesText(lines),
    },
  };
}
