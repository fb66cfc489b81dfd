import type { Deal } from '../ports/Deal.ts';
import { dealRows } from '../sales/dealRows.ts';
import { dealTarget } from '../targets/dealTarget.ts';
import { documentRows } from '../sales/documentRows.ts';
import { documentTarget } from '../targets/documentTarget.ts';
import { START } from '../run/followStream.ts';
import { kindOf } from '../sales/kindOf.ts';
import { NOTHING, previewPart } from './previewPart.ts';
import { productTarget } from '../targets/productTarget.ts';
import { readDocuments } from '../sales/readDocuments.ts';
import { saleBook } from '../sales/SaleBook.ts';
import { DOCUMENT_KINDS, type SalesDocument } from '../ports/SalesDocument.ts';
import { streamPages, type Stream } from '../run/Stream.ts';
import { dealStream, documentStream } from '../run/streams.ts';
import type { SyncPreview } from './SyncPreview.ts';
import { productRows } from '../run/syncProducts.ts';
import type { SyncRow } from '../records/SyncRow.ts';
import type { Link } from '../store/SyncStore.ts';
import { readUsers, type Users } from '../sales/users.ts';
import type { Work } from '../run/Work.ts';

/** Plans a run without writing anything anywhere. It reads what the run would read. */
export async function previewSync(work: Work, limit: number): Promise<SyncPreview> {
  const { settings, crm, accounting } = work;
  if (settings.source === 'none') return { product: NOTHING, deal: NOTHING, document: NOTHING };
  const users = await readUsers(work);
  const { linked, rows } = await allDeals(work, users);
  const prices = await productRows(work);
  const documents = documentTarget(accounting, kindOf(settings));
  return {
    product: await previewPart(work, productTarget(crm), { pages: onePage(prices), limit }),
    document: await previewPart(work, documents, { pages: onePage(rows), limit }),
    deal: await previewPart(work, dealTarget(crm), {
      pages: dealPages(work, users, linked),
      limit,
    }),
  };
}

async function allDeals(work: Work, users: Users): Promise<ReturnType<typeof documentRows>> {
  const linked: Link[] = [];
  const rows: SyncRow[] = [];
  for await (const deals of pagesOf<Deal>(work, dealStream(work))) {
    const known = await work.store.linksOfDeals(deals.map(({ id }) => id));
    const page = documentRows(deals, known, users);
    linked.push(...page.linked);
    rows.push(...page.rows);
  }
  return { linked, rows };
}

/** One book for all pages: a later page knows which deals an earlier one will make. */
async function* dealPages(
  work: Work,
  users: Users,
  linked: readonly Link[],
): AsyncIterable<readonly SyncRow[]> {
  const book = saleBook(work);
  for await (const documents of documentPages(work, linked)) {
    const { rows } = await dealRows(work, { book, users }, documents);
    yield rows;
  }
}

/** Documents in the order a run works on them. */
async function* documentPages(
  work: Work,
  linked: readonly Link[],
): AsyncIterable<readonly SalesDocument[]> {
  if (linked.length > 0) yield await readDocuments(work, linked);
  for (const kind of DOCUMENT_KINDS)
    yield* pagesOf<SalesDocument>(work, documentStream(work, kind));
}

async function* pagesOf<T extends { readonly id: string }>(
  work: Work,
  stream: Stream<T>,
): AsyncIterable<readonly T[]> {
  const start = (await work.store.position(stream.name)) ?? START;
  for await (const { items } of streamPages(work, stream, start)) yield items;
}

async function* onePage(rows: readonly SyncRow[]): AsyncIterable<readonly SyncRow[]> {
  yield rows;
}
