import type { CrmProduct, CrmSource, CrmTarget, CrmUser } from '../ports/Crm.ts';
import type { Deal, DealValues } from '../ports/Deal.ts';
import { changeLog } from './changeLog.ts';
import type { MemoryPortOptions } from './memoryAccounting.ts';

/** A CRM in memory, with what people do in it. */
export interface MemoryCrm extends CrmSource, CrmTarget {
  deals(): readonly Deal[];
  products(): readonly CrmProduct[];
  /** Makes a deal, as a person would: open, unless told otherwise. */
  add(values?: Partial<DealValues>): Deal;
  change(id: string, values: Partial<DealValues>): void;
  /** Deletes a deal, as only a person would. */
  remove(id: string): void;
}

/** What a CRM in memory begins with. */
export interface MemoryCrmOptions extends MemoryPortOptions {
  readonly users?: readonly CrmUser[];
}

/** A CRM in memory that keeps the contract of the ports, for demos and tests. */
export function memoryCrm({
  pageSize = 100,
  forgetful = false,
  users = [],
}: MemoryCrmOptions = {}): MemoryCrm {
  const log = changeLog<Deal>(pageSize);
  const products = new Map<string, CrmProduct>();
  let made = 0;
  const make = (values: Partial<Deal>): Deal => {
    made += 1;
    const deal = { ...EMPTY_DEAL, ...values, id: `D${made}` };
    log.set(deal);
    return deal;
  };
  const find = (references: readonly string[]): readonly Deal[] =>
    log.all().filter(({ reference }) => references.includes(reference ?? ''));
  const change = (id: string, values: Partial<DealValues>): void => {
    const deal = log.get(id);
    if (deal === undefined) throw new Error(`There is no deal ${id}.`);
    log.set({ ...deal, ...values });
  };
  return {
    changes: async (after) => log.page(after),
    readDeals: async (ids) => [...new Set(ids)].flatMap((id) => log.get(id) ?? []),
    readProducts: async (numbers) =>
      [...new Set(numbers)].flatMap((number) => products.get(number) ?? []),
    users: async () => users,
    findDeals: async (references) => find(references),
    async createDeal(draft) {
      const [made] = forgetful ? [] : find([draft.reference]);
      return (made ?? make(draft)).id;
    },
    updateDeal: async (id, values) => change(id, values),
    saveProduct: async (product) => void products.set(product.number, product),
    deals: log.all,
    products: () => [...products.values()],
    add: (values = {}) => make({ ...values, reference: null }),
    change,
    remove: log.remove,
  };
}

const EMPTY_DEAL: Deal = {
  id: '',
  reference: null,
  status: 'open',
  title: '',
  customer: '',
  currency: 'SEK',
  amount: 0,
  wonOn: null,
  creator: null,
  lines: [],
  order: null,
  orderedOn: null,
  deliveryOn: null,
  invoices: [],
};
