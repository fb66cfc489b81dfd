import type { ReactElement } from 'react';
import { IconButton } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useRecordPreview } from './useRecordPreview.ts';
import type { PreviewEntity, PreviewField } from './useRecordPreview.ts';

/** The record that results from a row, changing as columns are matched. */
export function RecordPreview(): ReactElement {
  const text = useImporterScope().messages.match;
  const preview = useRecordPreview();
  return (
    <section className="importera-panel importera-record" aria-label={text.record}>
      <div className="importera-panel-head">
        <h3 className="importera-panel-title">{text.record}</h3>
        {preview.row !== null && (
          <div className="importera-record-pager">
            <IconButton
              icon="chevronStart"
              label={text.previousRow}
              disabled={preview.previous === null}
              onClick={() => preview.previous?.()}
            />
            <span aria-live="polite">{text.recordRow(preview.row)}</span>
            <IconButton
              icon="chevronEnd"
              label={text.nextRow}
              disabled={preview.next === null}
              onClick={() => preview.next?.()}
            />
          </div>
        )}
      </div>
      {preview.entities.length === 0 && <p className="importera-hint">{text.recordEmpty}</p>}
      {preview.entities.map((entity) => (
        <EntityCard key={entity.entity} entity={entity} />
      ))}
    </section>
  );
}

function EntityCard({ entity }: { readonly entity: PreviewEntity }): ReactElement {
  return (
    <div className="importera-record-entity">
      <h4 className="importera-record-name">{entity.label}</h4>
      <dl className="importera-record-list">
        {entity.fields.map((field) => (
          <RecordLine key={field.field} field={field} />
        ))}
      </dl>
    </div>
  );
}

function RecordLine({ field }: { readonly field: PreviewField }): ReactElement {
  const { messages, formatIssue } = useImporterScope();
  const text = messages.match;
  const isMissing = field.required && field.source === 'none';
  return (
    <div data-missing={isMissing || undefined}>
      <dt>
        {field.label}
        {field.match && (
          <span className="importera-record-key" title={text.useForMatching}>
            <Icon name="key" />
            <span className="importera-visually-hidden">{text.matchesOn}</span>
          </span>
        )}
      </dt>
      <dd
        data-empty={field.source === 'none' || undefined}
        data-wrong={field.issue !== null || undefined}
      >
        {field.value || (isMissing ? text.required : text.nothing)}
        {field.issue !== null && (
          <span className="importera-error-text">{formatIssue(field.issue)}</span>
        )}
        {field.source === 'default' && <span className="importera-tag">{text.fromDefault}</span>}
      </dd>
    </div>
  );
}
