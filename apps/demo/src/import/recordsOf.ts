import type { RecordListView } from '../../scenarios/ScenarioPage.ts';

/** The place of exactly the records an import wrote (FX20). */
export function recordsOf(list: RecordListView | undefined, importId: string): string {
  return `/${list?.path ?? ''}?import=${encodeURIComponent(importId)}`;
}
