import type { ColumnTarget, FieldType, TableColumn } from '@importera/engine';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { SelectField } from '../controls/SelectField.tsx';
import { TextField } from '../controls/TextField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';

/** Types a person can give a field of their own; the others need more than a name. */
const TYPES = ['text', 'number', 'date', 'boolean', 'email', 'phone', 'url'] as const;

export interface NewFieldFormProps {
  readonly entity: string;
  readonly column: TableColumn;
  readonly onCreate: (target: ColumnTarget & { readonly kind: 'new-field' }) => void;
  readonly onCancel: () => void;
}

/** Name and type of a field that is made when the import starts. */
export function NewFieldForm(props: NewFieldFormProps): ReactElement {
  const { importer, messages } = useImporterScope();
  const { entity, column } = props;
  const [label, setLabel] = useState(column.label);
  const [type, setType] = useState<FieldType>(likelyType(column));
  const text = messages.match;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // New browsers give a promise back, which is no way to clean up.
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const name = label.trim();
    if (name === '') return;
    const taken = Object.keys(importer.schema.entities[entity]?.fields ?? {});
    props.onCreate({ kind: 'new-field', entity, field: fieldKey(name, taken), label: name, type });
  }
  return (
    <form ref={form} className="importera-new-field" onSubmit={submit}>
      <TextField autoFocus label={text.newFieldName} value={label} onChange={setLabel} />
      <SelectField
        label={text.newFieldType}
        value={type}
        options={TYPES.map((value) => ({ value, label: messages.fieldTypes[value] }))}
        onChange={setType}
      />
      <div className="importera-button-row">
        <Button type="submit" variant="primary" size="small" disabled={label.trim() === ''}>
          {text.newFieldCreate}
        </Button>
        <Button variant="quiet" size="small" onClick={props.onCancel}>
          {messages.actions.cancel}
        </Button>
      </div>
    </form>
  );
}

function likelyType({ profile }: TableColumn): FieldType {
  const [type, share] = Object.entries(profile.likely).reduce((best, next) =>
    next[1] > best[1] ? next : best,
  );
  return share >= 0.95 && profile.filled > 0 ? (type as FieldType) : 'text';
}

/** A key for a new field: plain letters, and none that is there already. */
function fieldKey(label: string, taken: readonly string[]): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const base = plain.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '') || 'field';
  let key = base;
  for (let suffix = 2; taken.includes(key); suffix += 1) key = `${base}_${suffix}`;
  return key;
}
