import type { GridRow } from '@importera/engine';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { rowSummary } from './cellView.ts';
import type { GridMode } from './cellView.ts';

/** Says what a row does, did, or why not. */
export function useRowSummary(): (row: GridRow, mode: GridMode) => string {
  const { importer, messages, formatIssue } = useImporterScope();
  const entityLabel = (entity: string): string => importer.schema.entities[entity]?.label ?? entity;
  return (row, mode) => rowSummary(row, mode, { messages, entityLabel, formatIssue });
}
