import { choiceOptions } from '@importera/engine';
import type { ChoiceOption } from '@importera/engine';
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { IconButton } from '../controls/Button.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';

export interface TagsFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: readonly string[];
  /** Suggestions; any other text will do. */
  readonly options: readonly (string | ChoiceOption)[];
  readonly disabled: boolean;
  readonly onChange: (value: readonly string[]) => void;
}

/** Suggestions shown at once. */
const MOST = 8;

/** Free texts as chips, with suggestions a click away; Enter, a comma or leaving the field adds what was typed. */
export function TagsField(props: TagsFieldProps): ReactElement {
  const { answers } = useImporterScope().messages;
  const { value, disabled } = props;
  const [typed, setTyped] = useState('');
  const id = useId();
  const named = choiceOptions(props.options);
  const labelOf = (tag: string): string => named.find((one) => one.value === tag)?.label ?? tag;

  function add(texts: readonly string[]): void {
    // A text that is the name of a suggestion is that suggestion.
    const tags = texts.map(
      (text) =>
        named.find((one) => sameText(one.label, text) || sameText(one.value, text))?.value ?? text,
    );
    setTyped('');
    if (tags.length > 0) props.onChange([...new Set([...value, ...tags])]);
  }
  function addTyped(): void {
    const texts = typed.split(/[,;\n]/u).map((text) => text.trim());
    add(texts.filter((text) => text !== ''));
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
      event.preventDefault();
      addTyped();
    } else if (event.key === 'Backspace' && typed === '') {
      props.onChange(value.slice(0, -1));
    }
  }
  const free = named.filter(
    (one) =>
      !value.includes(one.value) &&
      one.label.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()),
  );
  return (
    <div className="importera-field">
      <label className="importera-label" htmlFor={id}>
        {props.label}
      </label>
      <div className="importera-input importera-chips" data-disabled={disabled || undefined}>
        {value.map((tag) => (
          <span key={tag} className="importera-chip">
            {labelOf(tag)}
            <IconButton
              icon="cross"
              label={answers.removeTag(labelOf(tag))}
              disabled={disabled}
              onClick={() => props.onChange(value.filter((each) => each !== tag))}
            />
          </span>
        ))}
        <input
          id={id}
          className="importera-chips-input"
          value={typed}
          disabled={disabled}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={addTyped}
        />
      </div>
      {free.length > 0 && !disabled && (
        <div className="importera-suggestions" role="group" aria-label={answers.suggestions}>
          {free.slice(0, MOST).map((one) => (
            <button
              key={one.value}
              type="button"
              className="importera-suggestion"
              aria-label={answers.addTag(one.label)}
              // What is being typed must not be added first, as leaving the field would.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add([one.value])}
            >
              <Icon name="plus" />
              {one.label}
            </button>
          ))}
        </div>
      )}
      <p id={`${id}-hint`} className="importera-hint">
        {props.hint ?? answers.tagsHint}
      </p>
    </div>
  );
}

function sameText(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}
