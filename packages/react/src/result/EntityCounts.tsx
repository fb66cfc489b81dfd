import type { Report } from '@importera/engine';
import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { entityLabels } from '../match/fieldNames.ts';

export interface EntityCountsProps {
  readonly report: Report;
  /** Opens exactly the records this import wrote (FX20); without it no link is shown. */
  readonly onShowRecords?:
    | ((entity: string, ids: readonly string[], details: { readonly reason: 'show-link' }) => void)
    | undefined;
}

/** Records by entity: created, updated, unchanged. */
export function EntityCounts({ report, onShowRecords }: EntityCountsProps): ReactElement {
  const { importer, messages } = useImporterScope();
  const { number } = useFormats();
  const text = messages.result;
  const entities = Object.entries(importer.schema.entities).filter(
    ([key]) => countOf(report, key) > 0,
  );
  return (
    <ul className="importera-entity-counts">
      {entities.map(([key, entity]) => {
        const ids = report.ids[key] ?? [];
        const labels = entityLabels(entity, key);
        return (
          <li key={key} className="importera-panel importera-entity-count">
            <h3 className="importera-panel-title">{labels}</h3>
            <dl className="importera-tally">
              {(['created', 'updated', 'unchanged'] as const).map((action) => (
                <div key={action} data-tone={tones[action]}>
                  <dt>{text[action]}</dt>
                  <dd>{number(report[action][key] ?? 0)}</dd>
                </div>
              ))}
            </dl>
            {onShowRecords && ids.length > 0 && (
              <button
                type="button"
                className="importera-link"
                onClick={() => onShowRecords(key, ids, { reason: 'show-link' })}
              >
                {text.show(labels)}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const tones = { created: 'create', updated: 'update', unchanged: 'unchanged' } as const;

function countOf({ created, updated, unchanged }: Report, entity: string): number {
  return (created[entity] ?? 0) + (updated[entity] ?? 0) + (unchanged[entity] ?? 0);
}
