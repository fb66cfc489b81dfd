import type { ColumnTarget, FieldRef } from '@importera/engine';
import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { FieldPicker } from './FieldPicker.tsx';
import type { PickerChoice } from './FieldPicker.tsx';
import { useMappingGridContext, useMappingRow } from './MappingGrid.tsx';
import { NewFieldForm } from './NewFieldForm.tsx';
import { sameField, targetLabel } from './fieldNames.ts';

/** Where the row's column goes: the picker, and the form for a field that is to be made. */
export function ColumnTargetPicker(): ReactElement {
  const { importer, messages } = useImporterScope();
  const grid = useMappingGridContext();
  const row = useMappingRow();
  const [newFieldIn, setNewFieldIn] = useState<string | null>(null);
  const { target } = row.mapping;
  const { rows } = grid;
  const column = row.column.index;
  const takenBy = useCallback(
    (field: FieldRef): string | null =>
      rows.find(
        (other) =>
          other.column.index !== column &&
          other.mapping.target?.kind === 'field' &&
          sameField(other.mapping.target, field),
      )?.column.label ?? null,
    [rows, column],
  );

  function pick(choice: PickerChoice): void {
    if (choice.kind === 'new-field') setNewFieldIn(choice.entity);
    else {
      setNewFieldIn(null);
      grid.map(column, choice, choice.kind === 'ignore' ? 'ignore' : 'choose');
    }
  }

  return (
    <div className="importera-mapping-target">
      <FieldPicker
        forColumn
        label={messages.match.pickerLabel(row.column.label)}
        value={choiceOf(target)}
        valueText={target?.kind === 'new-field' ? target.label : null}
        placeholder={messages.match.choose}
        disabled={grid.disabled}
        takenBy={takenBy}
        onPick={pick}
      />
      {newFieldIn !== null && (
        <NewFieldForm
          entity={newFieldIn}
          column={row.column}
          onCancel={() => setNewFieldIn(null)}
          onCreate={(field) => {
            grid.map(column, field, 'new-field');
            setNewFieldIn(null);
          }}
        />
      )}
      <TargetNote label={targetLabel(importer.schema, target)} />
    </div>
  );
}

function TargetNote({ label }: { readonly label: string | null }): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const { mapping, sameAs, field, state } = useMappingRow();
  if (sameAs !== null) {
    const joins = field?.type === 'text' || (field?.type === 'choice' && field.multiple === true);
    const text = joins ? messages.match.joined : messages.match.twice;
    return (
      <p className="importera-hint" data-tone={joins ? undefined : 'warning'}>
        {text(label ?? '', sameAs)}
      </p>
    );
  }
  if (state === 'new-field') {
    return (
      <p className="importera-hint">
        <span className="importera-tag">{messages.match.newFieldTag}</span>{' '}
        {mapping.target?.kind === 'new-field' && messages.fieldTypes[mapping.target.type]}
      </p>
    );
  }
  const entity = mapping.target?.kind === 'field' ? mapping.target.entity : null;
  if (entity === null) return null;
  const entityLabel = importer.schema.entities[entity]?.label ?? entity;
  return (
    <p className="importera-hint importera-mapping-help">
      {[entityLabel, field?.help].filter(Boolean).join(' · ')}
    </p>
  );
}

function choiceOf(target: ColumnTarget | null): PickerChoice | null {
  if (target === null || target.kind === 'ignore') return target;
  return target.kind === 'field' ? target : { kind: 'new-field', entity: target.entity };
}
