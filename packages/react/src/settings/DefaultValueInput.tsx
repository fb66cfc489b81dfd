import { choiceOptions } from '@importera/engine';
import type { Field, FieldType } from '@importera/engine';
import type { ReactElement } from 'react';
import { SelectField } from '../controls/SelectField.tsx';
import { TextField } from '../controls/TextField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';

const INPUTS: Partial<Record<FieldType, string>> = {
  date: 'date',
  email: 'email',
  phone: 'tel',
  url: 'url',
};

export interface DefaultValueInputProps {
  readonly field: Field | null;
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

/** A value for a field, entered with what fits its type. */
export function DefaultValueInput(props: DefaultValueInputProps): ReactElement {
  const text = useImporterScope().messages.settings;
  const { field, label, value, disabled, onChange } = props;
  const common = { label, labelHidden: true, disabled, onChange };
  if (field?.type === 'boolean') {
    const options = [
      { value: 'true', label: text.yes },
      { value: 'false', label: text.no },
    ];
    return (
      <SelectField
        {...common}
        value={value || null}
        placeholder={text.chooseValue}
        options={options}
      />
    );
  }
  if (field?.type === 'choice' && !field.open) {
    return (
      <SelectField
        {...common}
        value={value || null}
        placeholder={text.chooseValue}
        options={choiceOptions(field.options)}
      />
    );
  }
  return (
    <TextField
      {...common}
      type={(field && INPUTS[field.type]) ?? 'text'}
      inputMode={field?.type === 'number' ? 'decimal' : undefined}
      value={value}
      autoFocus={value === ''}
    />
  );
}
