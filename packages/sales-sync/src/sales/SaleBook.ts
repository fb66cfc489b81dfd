import { parseDocumentKey } from '../keys/documentKey.ts';
import { dealOf, saleOfDeal } from '../keys/sale.ts';
import type { Link } from '../store/SyncStore.ts';
import type { Work } from '../run/Work.ts';

/** The sale a document belongs to. See `Link.basis`. */
export interface SaleLink {
  readonly document: string;
  readonly sale: string;
  readonly basis: boolean;
}

/** Which sale each document belongs to. */
export interface SaleBook {
  /** Makes known what is stored of these documents, and what their references tell where nothing is. */
  load(documents: readonly string[]): Promise<void>;
  of(document: string): readonly SaleLink[];
  /** Adds what was learnt or is planned. A link that is a basis stays one. */
  note(link: SaleLink): void;
  /** What was learnt, to be stored. Sales that are only planned are left out. */
  learnt(): readonly Link[];
}

/** A book to use for one step, or for a whole preview: then it knows what the earlier pages will make. */
export function saleBook(work: Work): SaleBook {
  const known = new Map<string, readonly SaleLink[]>();
  const noted: SaleLink[] = [];
  const of = (document: string): readonly SaleLink[] => known.get(document) ?? [];
  const add = (link: SaleLink): void => {
    known.set(link.document, withLink(of(link.document), link));
  };
  const note = (link: SaleLink): void => {
    if (of(link.document).some((one) => one.sale === link.sale && (one.basis || !link.basis)))
      return;
    add(link);
    noted.push(link);
  };
  return {
    of,
    note,
    async load(documents) {
      const open = documents.filter((document) => of(document).length === 0);
      if (open.length === 0) return;
      for (const link of await work.store.linksOfDocuments(open)) add(saleLink(link));
      for (const link of await lostLinks(
        work,
        open.filter((key) => of(key).length === 0),
      ))
        note(link);
    },
    learnt: () => noted.flatMap(storedLink),
  };
}

function withLink(links: readonly SaleLink[], link: SaleLink): readonly SaleLink[] {
  const same = links.find(({ sale }) => sale === link.sale);
  if (same === undefined) return [...links, link];
  return same.basis || !link.basis ? links : links.map((one) => (one === same ? link : one));
}

function saleLink({ document, deal, basis }: Link): SaleLink {
  return { document, sale: saleOfDeal(deal), basis };
}

function storedLink({ document, sale, basis }: SaleLink): readonly Link[] {
  const deal = dealOf(sale);
  return deal === null ? [] : [{ document, deal, basis }];
}

/** Deals that were made, but a crash came before their link was stored. */
async function lostLinks(
  { crm, options }: Work,
  documents: readonly string[],
): Promise<readonly SaleLink[]> {
  if (documents.length === 0) return [];
  const deals = await crm.findDeals(documents, { signal: options.signal });
  return deals.flatMap(({ id, reference }) =>
    reference === null || parseDocumentKey(reference) === null
      ? []
      : [{ document: reference, sale: saleOfDeal(id), basis: true }],
  );
}
