import type { Page } from '../ports/Page.ts';

/** Follows a feed to its end: the ids it told, each once and sorted, and where it ended. */
export async function allPages(
  changes: (after: string | null) => Promise<Page<{ readonly id: string }>>,
  after: string | null,
): Promise<{ readonly ids: readonly string[]; readonly cursor: string | null }> {
  const ids = new Set<string>();
  let cursor = after;
  for (let more = true; more;) {
    const page = await changes(cursor);
    for (const { id } of page.items) ids.add(id);
    ({ cursor, more } = page);
  }
  return { ids: [...ids].sort(), cursor };
}
