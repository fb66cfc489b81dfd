import { isListField } from '@importera/engine';
import type { ColumnTarget, FieldRef, Schema } from '@importera/engine';
import { useCallback, useState } from 'react';
import type { ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { FieldPicker } from './FieldPicker.tsx';
import type { PickerChoice } from './FieldPicker.tsx';
import { MappingGrid, useMappingGridContext, useMappingRow } from './MappingGrid.tsx';
import { useMatchPart } from './useMatchPart.ts';
import { NewFieldForm } from './NewFieldForm.tsx';
import { goesTo, hasSeveralEntities, targetLabel } from './fieldNames.ts';

/** Where the row's column goes: the picker, and the form for a field that is to be made. */
export function ColumnTargetPicker(): ReactElement {
  const { importer, messages } = useImporterScope();
  const grid = useMappingGridContext();
  const row = useMappingRow();
  const part = useMatchPart();
  const [newFieldIn, setNewFieldIn] = useState<string | null>(null);
  const { target } = row.mapping;
  const { rows } = grid;
  const column = row.column.index;
  const takenBy = useCallback(
    (field: FieldRef): string | null =>
      rows.find((other) => other.column.index !== column && goesTo(other.mapping, field))?.column
        .label ?? null,
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
        detail={entityOf(importer.schema, target)}
        placeholder={messages.match.choose}
        disabled={grid.disabled}
        takenBy={takenBy}
        entities={part?.entities}
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
  const { messages } = useImporterScope();
  const { mapping, sameAs, field, state } = useMappingRow();
  if (sameAs !== null) {
    const joins = field !== null && (field.type === 'text' || isListField(field));
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
  if (state === 'ignored') return null;
  return (
    <p className="importera-hint importera-mapping-help">
      <MappingGrid.Guess />
      {field?.help}
    </p>
  );
}

/** The entity's name, where there are several. */
function entityOf(schema: Schema, target: ColumnTarget | null): string | null {
  if (target === null || target.kind === 'ignore' || !hasSeveralEntities(schema)) return null;
  return schema.entities[target.entity]?.label ?? target.entity;
}

function choiceOf(target: ColumnTarget | null): PickerChoice | null {
  if (target === null || target.kind === 'ignore') return target;
  return target.kind === 'field' ? target : { kind: 'new-field', entity: target.entity };
}
