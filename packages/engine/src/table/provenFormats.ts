import type { DateOrder, TableColumn } from './Table.ts';

/** What the columns of a file prove together about how dates and numbers are written in it. */
export interface ProvenFormats {
  readonly dateOrder: DateOrder | undefined;
  readonly decimal: '.' | ',' | undefined;
}

/** The order and the sign that every column which proves one proves. */
export function provenFormats(columns: readonly Pick<TableColumn, 'profile'>[]): ProvenFormats {
  const evidence = columns.map(({ profile }) => profile.evidence);
  // Year-first dates say nothing of the order of day and month.
  return {
    dateOrder: common(
      evidence.map(({ dateOrders }) => dateOrders).filter(([order]) => order !== 'ymd'),
    ),
    decimal: common(evidence.map(({ decimals }) => decimals)),
  };
}

function common<T>(proofs: readonly (readonly T[])[]): T | undefined {
  const found = new Set(proofs.flatMap((proof) => (proof.length === 1 ? proof : [])));
  return found.size === 1 ? [...found][0] : undefined;
}
