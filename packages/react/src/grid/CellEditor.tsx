import { choiceOptions } from '@importera/engine';
import { useId, useRef } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import type { GridColumn } from './gridColumns.ts';
import type { EditReason } from './useRowGrid.ts';

/** The field a cell turns into: Enter takes the text, Escape leaves the cell as it was. */
export function CellEditor(props: {
  readonly text: string | null;
  readonly column: GridColumn;
  readonly row: number;
  readonly onEnd: (value: string | null, reason: EditReason) => void;
}): ReactElement {
  const { column, row, onEnd } = props;
  const { messages } = useImporterScope();
  const listId = useId();
  // Ending an edit removes the field, which blurs it: only the first of the two counts.
  const ended = useRef(false);
  const end = (value: string | null, reason: EditReason): void => {
    if (ended.current) return;
    ended.current = true;
    onEnd(value, reason);
  };
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter') end(event.currentTarget.value, 'enter');
    else if (event.key === 'Tab') end(event.currentTarget.value, 'tab');
    else if (event.key === 'Escape') end(null, 'escape');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const options = column.field?.type === 'choice' ? choiceOptions(column.field.options) : [];
  return (
    <>
      <input
        className="importera-grid-editor"
        autoFocus
        aria-label={messages.grid.editLabel(column.label, row)}
        defaultValue={props.text ?? ''}
        list={options.length > 0 ? listId : undefined}
        onKeyDown={onKeyDown}
        onBlur={(event) => end(event.currentTarget.value, 'blur')}
      />
      {options.length > 0 && (
        <datalist id={listId}>
          {options.map(({ value, label }) => (
            <option key={value} value={label} />
          ))}
        </datalist>
      )}
    </>
  );
}
