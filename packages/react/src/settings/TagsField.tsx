import { choiceOptions } from '@importera/engine';
import type { ChoiceOption } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { ChipsField } from './ChipsField.tsx';

/** A field for free texts. */
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

/** Free texts, with suggestions a click away. */
export function TagsField(props: TagsFieldProps): ReactElement {
  const { answers } = useImporterScope().messages;
  const { value, disabled } = props;
  const [typed, setTyped] = useState('');
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
  const free = named.filter(
    (one) =>
      !value.includes(one.value) &&
      one.label.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()),
  );
  return (
    <ChipsField
      {...props}
      hint={props.hint ?? answers.tagsHint}
      typed={typed}
      labelOf={labelOf}
      removeLabel={answers.removeTag}
      onType={setTyped}
      onAdd={addTyped}
    >
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
    </ChipsField>
  );
}

function sameText(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
}
