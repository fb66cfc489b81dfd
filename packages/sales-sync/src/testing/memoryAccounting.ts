import type { AccountingSource, AccountingTarget, ListPrice } from '../ports/Accounting.ts';
import type { DocumentDraft, DocumentKind, SalesDocument } from '../ports/SalesDocument.ts';
import { changeLog, type ChangeLog } from './changeLog.ts';

/** An accounting system in memory, with what people do in it. */
export interface MemoryAccounting extends AccountingSource, AccountingTarget {
  documents(kind: DocumentKind): readonly SalesDocument[];
  /** Makes a document, as a person would. */
  add(kind: DocumentKind, values?: Partial<Omit<SalesDocument, 'kind' | 'id'>>): SalesDocument;
  change(kind: DocumentKind, id: string, values: Partial<SalesDocument>): void;
  /** Makes an invoice from an order. */
  invoiceOrder(id: string): SalesDocument;
  setPrices(priceList: string, prices: readonly ListPrice[]): void;
}

/** How a system in memory behaves. */
export interface MemoryPortOptions {
  /** Changes in a page; default 100. */
  readonly pageSize?: number;
  /** Breaks the contract: the same reference makes a record each time. Shows that a sync looks before it writes. */
  readonly forgetful?: boolean;
}

/** An accounting system in memory that keeps the contract of the ports, for demos and tests. */
export function memoryAccounting({
  pageSize = 100,
  forgetful = false,
}: MemoryPortOptions = {}): MemoryAccounting {
  const logs: Record<DocumentKind, ChangeLog<SalesDocument>> = {
    order: changeLog(pageSize),
    invoice: changeLog(pageSize),
  };
  const lists = new Map<string, readonly ListPrice[]>();
  const add: MemoryAccounting['add'] = (kind, values = {}) => {
    const id = String(logs[kind].all().length + 1);
    const document = { ...EMPTY_DOCUMENT, ...values, kind, id };
    logs[kind].set(document);
    return document;
  };
  const find = (kind: DocumentKind, references: readonly string[]): readonly SalesDocument[] =>
    logs[kind].all().filter(({ reference }) => references.includes(reference ?? ''));
  return {
    changes: async (kind, after) => logs[kind].page(after),
    read: async (kind, ids) => [...new Set(ids)].flatMap((id) => logs[kind].get(id) ?? []),
    priceLists: async () => [...lists.keys()].map((id) => ({ id, name: `List ${id}` })),
    prices: async (priceList) => lists.get(priceList) ?? [],
    find: async (kind, references) => find(kind, references),
    async create(kind, draft) {
      const [made] = forgetful ? [] : find(kind, [draft.reference]);
      return (made ?? add(kind, madeFrom(draft))).id;
    },
    documents: (kind) => logs[kind].all(),
    add,
    change(kind, id, values) {
      const document = logs[kind].get(id);
      if (document !== undefined) logs[kind].set({ ...document, ...values, kind, id });
    },
    invoiceOrder(id) {
      const { kind: _, id: order, ...values } = logs.order.get(id) ?? EMPTY_DOCUMENT;
      return add('invoice', { ...values, reference: null, order });
    },
    setPrices: (priceList, prices) => void lists.set(priceList, prices),
  };
}

function madeFrom({ date, ...draft }: DocumentDraft): Partial<SalesDocument> {
  return { ...draft, date: date ?? EMPTY_DOCUMENT.date };
}

const EMPTY_DOCUMENT: SalesDocument = {
  kind: 'order',
  id: '',
  reference: null,
  order: null,
  title: '',
  customer: '',
  date: '2024-01-01',
  deliveryDate: null,
  currency: 'SEK',
  amount: 0,
  ourReference: null,
  lines: [],
};
