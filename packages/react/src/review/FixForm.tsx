import { choiceOptions } from '@importera/engine';
import type { IssueGroup } from '@importera/engine';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { SelectField } from '../controls/SelectField.tsx';
import { TextField } from '../controls/TextField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { fieldOf } from '../match/fieldNames.ts';

export interface FixFormProps {
  readonly group: IssueGroup;
  readonly onFix: (value: string) => void;
  readonly onDone: () => void;
}

/** One text for all rows of an issue: typed, or chosen where only choices fit. */
export function FixForm({ group, onFix, onDone }: FixFormProps): ReactElement {
  const { messages } = useImporterScope();
  const options = useOptions(group);
  const [value, setValue] = useState(options === null ? (group.value ?? '') : '');
  const text = messages.review;
  const label = group.value ? text.fixLabel(group.value) : text.fixEmptyLabel;
  function submit(event: FormEvent): void {
    event.preventDefault();
    onFix(value);
    onDone();
  }
  return (
    <form className="importera-fix" onSubmit={submit}>
      {options === null ? (
        <TextField autoFocus label={label} value={value} onChange={setValue} />
      ) : (
        <SelectField
          label={label}
          value={value || null}
          placeholder={messages.settings.chooseValue}
          options={options}
          onChange={setValue}
        />
      )}
      <div className="importera-button-row">
        <Button
          type="submit"
          variant="primary"
          size="small"
          disabled={options !== null && value === ''}
        >
          {text.fixApply(group.count)}
        </Button>
        <Button variant="quiet" size="small" onClick={onDone}>
          {messages.actions.cancel}
        </Button>
      </div>
    </form>
  );
}

/** The choices of a closed single-choice field; null where any text may do. */
function useOptions({ entity, field }: IssueGroup): ReturnType<typeof choiceOptions> | null {
  const { importer } = useImporterScope();
  if (entity === null || field === null) return null;
  const definition = fieldOf(importer.schema, { entity, field });
  if (definition?.type !== 'choice' || definition.open || definition.multiple) return null;
  return choiceOptions(definition.options);
}
