import { matchParts } from '@importera/engine';
import type { ColumnMapping } from '@importera/engine';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';
import { partLabel } from '../wizard/stepName.ts';

/** The part of the match step that is at hand, where the host splits it (TD11). */
export interface MatchPart {
  readonly entities: readonly string[];
  /** What people call its entities. */
  readonly label: string;
  readonly isLast: boolean;
  /** Whether a column is shown here: it goes to one of the entities, or nowhere yet. */
  has(mapping: ColumnMapping): boolean;
}

/** Null where the match step is one. */
export function useMatchPart(): MatchPart | null {
  const { importer } = useImporterScope();
  const index = useImporterState((state) =>
    state.step === 'match' ? (state.matchPart ?? 0) : null,
  );
  const parts = matchParts(importer.schema);
  const entities = index === null || parts.length < 2 ? undefined : parts[index];
  if (entities === undefined) return null;
  return {
    entities,
    label: partLabel(entities, importer.schema),
    isLast: index === parts.length - 1,
    has: ({ target }) =>
      target === null || target.kind === 'ignore' || entities.includes(target.entity),
  };
}
