import type { Page } from '../ports/Page.ts';

/** Records with a log of their changes. */
export interface ChangeLog<T extends { readonly id: string }> {
  get(id: string): T | undefined;
  all(): readonly T[];
  set(record: T): void;
  remove(id: string): void;
  page(after: string | null): Page<T>;
}

/** @param pageSize changes in a page. */
export function changeLog<T extends { readonly id: string }>(pageSize: number): ChangeLog<T> {
  const records = new Map<string, T>();
  const log: string[] = [];
  return {
    get: (id) => records.get(id),
    all: () => [...records.values()],
    set(record) {
      records.set(record.id, record);
      log.push(record.id);
    },
    remove: (id) => void records.delete(id),
    page(after) {
      const start = Number(after ?? 0);
      const end = Math.min(log.length, start + pageSize);
      const items = log.slice(start, end).flatMap((id) => records.get(id) ?? []);
      return { items, cursor: String(end), more: end < log.length };
    },
  };
}
