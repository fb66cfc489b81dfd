import type { Operation, RecordValues, StoredRecord } from '@importera/engine';
import type { CrmSource, CrmTarget } from '../ports/Crm.ts';
import type { Deal, DealDraft, DealValues } from '../ports/Deal.ts';
import { linesText, parseLines } from '../records/linesText.ts';
import { dealOf, documentOf, exactKey, fromExactKey, saleOfDeal } from '../keys/sale.ts';
import type { SyncTarget } from './SyncTarget.ts';
import { writeEach } from './writeEach.ts';

/** Deals, written from documents. */
export function dealTarget(crm: CrmSource & CrmTarget): SyncTarget {
  return {
    entity: 'deal',
    match: 'sale',
    // People may rename a deal and give it to someone else; it keeps every invoice it had.
    write: { title: 'if-empty', creator: 'if-empty', invoices: 'append' },
    policy: {},
    adapter: {
      async lookup({ keys }, { signal }) {
        const sales = keys.map(([key]) => fromExactKey(String(key)));
        const ids = sales.flatMap((sale) => dealOf(sale) ?? []);
        const deals = ids.length === 0 ? [] : await crm.readDeals([...new Set(ids)], { signal });
        const stored = new Map(deals.map((deal) => [saleOfDeal(deal.id), storedDeal(deal)]));
        return { matches: sales.map((sale) => stored.get(sale)).map(listOf) };
      },
      write: writeEach(async (operation, { signal }) => writeDeal(crm, operation, signal)),
    },
  };
}

function listOf<T>(item: T | undefined): readonly T[] {
  return item === undefined ? [] : [item];
}

function storedDeal({ id, lines, ...values }: Deal): StoredRecord {
  return {
    id,
    values: { ...values, sale: exactKey(saleOfDeal(id)), lines: linesText(lines) },
  };
}

async function writeDeal(
  crm: CrmTarget,
  { id, values: { sale, ...values } }: Operation,
  signal: AbortSignal | undefined,
): Promise<string> {
  const changes = dealValues(values);
  if (id === null) {
    const reference = documentOf(fromExactKey(String(sale))) ?? '';
    return crm.createDeal({ ...EMPTY_DEAL, ...changes, reference }, { signal });
  }
  await crm.updateDeal(id, changes, { signal });
  return id;
}

/** The plan holds no other fields than a deal has, each of its own type. */
function dealValues({ lines, ...values }: RecordValues): Partial<DealValues> {
  const flat = values as Partial<DealValues>;
  return typeof lines === 'string' ? { ...flat, lines: parseLines(lines) } : flat;
}

const EMPTY_DEAL: Omit<DealDraft, 'reference'> = {
  status: 'won',
  title: '',
  customer: '',
  currency: '',
  amount: 0,
  wonOn: null,
  creator: null,
  lines: [],
  order: null,
  orderedOn: null,
  deliveryOn: null,
  invoices: [],
};
