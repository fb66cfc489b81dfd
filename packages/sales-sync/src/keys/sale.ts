// A sale is named `deal:<id>` where it has a deal, and `new:<document key>` where one will be made. The same name with `deal:`
// is the reference of a document made from that deal.

export function saleOfDeal(id: string): string {
  return `deal:${id}`;
}

export function newSale(document: string): string {
  return `new:${document}`;
}

/** Id of the deal; null where there is none yet, or the text names no sale. */
export function dealOf(sale: string | null): string | null {
  return sale?.startsWith('deal:') === true ? sale.slice(5) : null;
}

/** Key of the document a new sale comes from; null for any other. */
export function documentOf(sale: string): string | null {
  return sale.startsWith('new:') ? sale.slice(4) : null;
}

/** Match keys are compared in lower case: this writes any text so that no two become one. */
export function exactKey(text: string): string {
  return text.replace(/[^a-z0-9:.-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`);
}

/** The text `exactKey` was made from. */
export function fromExactKey(key: string): string {
  return key.replace(/_([0-9a-f]+)_/gu, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
