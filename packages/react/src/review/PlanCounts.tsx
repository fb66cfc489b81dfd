import type { PlanSummary } from '@importera/engine';
import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { entityLabels } from '../match/fieldNames.ts';

const ACTIONS = ['create', 'update', 'unchanged', 'skip'] as const;

/** Records of each kind, as the result will count them: one row may hold several, and several rows one. */
export function PlanCounts({ summary }: { readonly summary: PlanSummary }): ReactElement {
  const { importer, messages } = useImporterScope();
  const { number } = useFormats();
  const entities = Object.entries(importer.schema.entities).flatMap(([key, entity]) => {
    const counts = summary.entities[key];
    const said = ACTIONS.filter((action) => (counts?.[action] ?? 0) > 0).map(
      (action) => `${number(counts?.[action] ?? 0)} ${messages.review.actions[action]}`,
    );
    return said.length === 0 ? [] : [{ key, label: entityLabels(entity, key), said }];
  });
  return (
    <ul className="importera-plan-counts">
      {entities.map(({ key, label, said }) => (
        <li key={key}>
          <strong>{label}:</strong> {said.join(', ')}
        </li>
      ))}
    </ul>
  );
}
