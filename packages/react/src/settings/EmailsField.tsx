import { useId, useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { IconButton } from '../controls/Button.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';

export interface EmailsFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (value: readonly string[]) => void;
}

/** Good enough to catch a slip: whether an address works only a mail can tell. */
const ADDRESS = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/** Several e-mail addresses as chips; Enter, a comma or leaving the field adds what was typed. */
export function EmailsField(props: EmailsFieldProps): ReactElement {
  const { messages } = useImporterScope();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();

  function add(): boolean {
    const parts = typed.split(/[\s,;]+/).filter(Boolean);
    const bad = parts.find((part) => !ADDRESS.test(part)) ?? null;
    setWrong(bad);
    if (bad !== null || parts.length === 0) return false;
    props.onChange([...new Set([...props.value, ...parts])]);
    setTyped('');
    return true;
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && typed === '') {
      props.onChange(props.value.slice(0, -1));
    }
  }
  return (
    <div className="importera-field">
      <label className="importera-label" htmlFor={id}>
        {props.label}
      </label>
      <div className="importera-input importera-chips" data-disabled={props.disabled || undefined}>
        {props.value.map((address) => (
          <span key={address} className="importera-chip">
            {address}
            <IconButton
              icon="cross"
              label={messages.settings.removeEmail(address)}
              disabled={props.disabled}
              onClick={() => props.onChange(props.value.filter((each) => each !== address))}
            />
          </span>
        ))}
        <input
          id={id}
          className="importera-chips-input"
          type="email"
          multiple
          value={typed}
          disabled={props.disabled}
          aria-describedby={`${id}-hint`}
          aria-invalid={wrong !== null || undefined}
          data-unfinished={wrong !== null || undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
      </div>
      <p id={`${id}-hint`} className={wrong === null ? 'importera-hint' : 'importera-error-text'}>
        {wrong === null
          ? (props.hint ?? messages.settings.emailsHint)
          : messages.settings.emailInvalid(wrong)}
      </p>
    </div>
  );
}
