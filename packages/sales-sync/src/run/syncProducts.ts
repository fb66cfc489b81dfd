import { commitRows } from './commitRows.ts';
import type { PageResult } from './followStream.ts';
import { productTarget } from '../targets/productTarget.ts';
import type { Run } from './Run.ts';
import { exactKey } from '../keys/sale.ts';
import type { SyncRow } from '../records/SyncRow.ts';
import type { Work } from './Work.ts';

/** Gives products the prices of the chosen list. */
export async function syncProducts({ work, counter }: Run): Promise<PageResult['stopped']> {
  const rows = await productRows(work);
  const { results, stopped } = await commitRows(work, productTarget(work.crm), rows);
  counter.add('product', results);
  return stopped;
}

export async function productRows({
  accounting,
  settings: { priceList },
  options: { signal },
}: Work): Promise<readonly SyncRow[]> {
  const prices = priceList === null ? [] : await accounting.prices(priceList, { signal });
  return prices.map(({ product, name, price }) => ({
    from: product,
    values: { number: exactKey(product), name, price },
  }));
}
