import type { RecordListView } from '../../scenarios/ScenarioPage.ts';

/** The place of exactly the records an import wrote (FX20). */
export function recordsOf({ path }: RecordListView, importId: string): string {
  return `/${path}?import=${encodeURIComponent(importId)}`;
}
