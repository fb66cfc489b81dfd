import type { GridRow } from '@importera/engine';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { fieldLabel } from '../match/fieldNames.ts';
import { rowSummary } from './cellView.ts';
import type { GridMode, SummaryWords } from './cellView.ts';

/** Says what a row does, did, or why not. */
export function useRowSummary(): (row: GridRow, mode: GridMode) => string {
  const { importer, messages, formatIssue, locale } = useImporterScope();
  const { schema } = importer;
  const words: SummaryWords = {
    messages,
    formatIssue,
    language: locale.code,
    entityLabel: (entity) => schema.entities[entity]?.label ?? entity,
    fieldLabel: (entity, field) => fieldLabel(schema, { entity, field }),
  };
  return (row, mode) => rowSummary(row, mode, words);
}
