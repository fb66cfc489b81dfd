import { useId, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { CheckboxField } from '../controls/CheckboxField.tsx';
import { SearchField } from '../controls/SearchField.tsx';
import type { SelectOption } from '../controls/SelectField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';

/** A field for several of many options, with a search. */
export interface ManyFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: readonly string[];
  readonly options: readonly SelectOption<string>[];
  readonly disabled: boolean;
  readonly onChange: (value: readonly string[]) => void;
}

/** From so many options on, a search field helps. */
const SEARCHED_FROM = 9;

/** Several options out of a list, each with its box; a long list can be searched. */
export function ManyField(props: ManyFieldProps): ReactElement {
  const { answers } = useImporterScope().messages;
  const { label, hint, value, options, disabled } = props;
  const [query, setQuery] = useState('');
  const hintId = useId();
  const isLong = options.length >= SEARCHED_FROM;
  const wanted = query.trim().toLocaleLowerCase();
  const shown = options.filter((option) => option.label.toLocaleLowerCase().includes(wanted));
  const toggle = (option: string, on: boolean): void =>
    props.onChange(on ? [...value, option] : value.filter((each) => each !== option));
  return (
    <fieldset className="importera-fieldset" aria-describedby={hint ? hintId : undefined}>
      <legend className="importera-label">{label}</legend>
      {hint && (
        <p className="importera-hint" id={hintId}>
          {hint}
        </p>
      )}
      {isLong && (
        <div className="importera-many-head">
          <SearchField label={answers.search(label)} value={query} onChange={setQuery} />
          <span className="importera-hint" role="status">
            {answers.chosen(value.length)}
          </span>
        </div>
      )}
      <div className="importera-check-grid" data-scroll={isLong || undefined}>
        {shown.map((option) => (
          <CheckboxField
            key={option.value}
            label={option.label}
            hint={option.help}
            checked={value.includes(option.value)}
            disabled={disabled}
            onChange={(on) => toggle(option.value, on)}
          />
        ))}
        {shown.length === 0 && <p className="importera-hint">{answers.noMatch}</p>}
      </div>
    </fieldset>
  );
}
