import type { StoredRecord } from '@importera/engine';
import type { CrmProduct, CrmSource, CrmTarget } from '../ports/Crm.ts';
import { exactKey, fromExactKey } from '../keys/sale.ts';
import type { SyncTarget } from './SyncTarget.ts';
import { writeEach } from './writeEach.ts';

/** Products of the CRM, whose starting prices come from a price list. Deals are another thing, so they keep their prices. */
export function productTarget(crm: CrmSource & CrmTarget): SyncTarget {
  return {
    entity: 'product',
    match: 'number',
    write: { name: 'if-empty' },
    policy: {},
    adapter: {
      async lookup({ keys }, { signal }) {
        const numbers = keys.map(([key]) => fromExactKey(String(key)));
        const products = await crm.readProducts(numbers, { signal });
        const stored = new Map(products.map((product) => [product.number, storedProduct(product)]));
        return {
          matches: numbers.map((number) => {
            const record = stored.get(number);
            return record === undefined ? [] : [record];
          }),
        };
      },
      write: writeEach(async ({ id, values: { number, name, price } }, { signal }) => {
        const key = id ?? fromExactKey(String(number));
        const [before] = id === null ? [] : await crm.readProducts([id], { signal });
        const product = { name: '', price: 0, ...before, ...given({ name, price }), number: key };
        await crm.saveProduct(product, { signal });
        return key;
      }),
    },
  };
}

function storedProduct({ number, name, price }: CrmProduct): StoredRecord {
  return { id: number, values: { number: exactKey(number), name, price } };
}

function given({ name, price }: Readonly<Record<'name' | 'price', unknown>>): Partial<CrmProduct> {
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof price === 'number' ? { price } : {}),
  };
}
