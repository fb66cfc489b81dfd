import type { GridRow } from '@importera/engine';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { fieldLabel } from '../match/fieldNames.ts';
import { rowSummary } from './cellView.ts';
import type { GridMode, SummaryWords } from './cellView.ts';
import { settledRow } from './settledRow.ts';

/** Says what a row does, did, or why not. */
export function useRowSummary(): (row: GridRow, mode: GridMode) => string {
  const { importer, messages, formatIssue } = useImporterScope();
  const { list } = useFormats();
  const { schema } = importer;
  const words: SummaryWords = {
    messages,
    formatIssue,
    list,
    entityLabel: (entity) => schema.entities[entity]?.label ?? entity,
    fieldLabel: (entity, field) => fieldLabel(schema, { entity, field }),
  };
  return (row, mode) => rowSummary(mode === 'plan' ? row : settledRow(row), mode, words);
}
