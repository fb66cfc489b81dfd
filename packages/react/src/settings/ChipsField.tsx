import { useId } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { IconButton } from '../controls/Button.tsx';

export interface ChipsFieldProps {
  readonly label: string;
  readonly hint: ReactNode;
  /** Why what is typed can not be added; null: it can. */
  readonly error?: string | null;
  readonly value: readonly string[];
  readonly disabled: boolean;
  readonly typed: string;
  readonly isEmail?: boolean;
  /** What people call a value; default: the value. */
  readonly labelOf?: (value: string) => string;
  readonly removeLabel: (label: string) => string;
  /** Between the field and its hint. */
  readonly children?: ReactNode;
  readonly onType: (typed: string) => void;
  /** What was typed is to be added. */
  readonly onAdd: () => void;
  readonly onChange: (value: readonly string[]) => void;
}

/** Several texts as chips; Enter, a comma or leaving the field adds what was typed, Backspace takes the last one out. */
export function ChipsField(props: ChipsFieldProps): ReactElement {
  const { value, disabled, typed, error = null, isEmail = false, labelOf = String } = props;
  const id = useId();
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
      event.preventDefault();
      props.onAdd();
    } else if (event.key === 'Backspace' && typed === '') {
      props.onChange(value.slice(0, -1));
    }
  }
  return (
    <div className="importera-field">
      <label className="importera-label" htmlFor={id}>
        {props.label}
      </label>
      <div className="importera-input importera-chips" data-disabled={disabled || undefined}>
        {value.map((one) => (
          <span key={one} className="importera-chip">
            {labelOf(one)}
            <IconButton
              icon="cross"
              label={props.removeLabel(labelOf(one))}
              disabled={disabled}
              onClick={() => props.onChange(value.filter((each) => each !== one))}
            />
          </span>
        ))}
        <input
          id={id}
          className="importera-chips-input"
          type={isEmail ? 'email' : 'text'}
          multiple={isEmail}
          value={typed}
          disabled={disabled}
          aria-describedby={`${id}-hint`}
          aria-invalid={error !== null || undefined}
          data-unfinished={error !== null || undefined}
          onChange={(event) => props.onType(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={props.onAdd}
        />
      </div>
      {props.children}
      <p id={`${id}-hint`} className={error === null ? 'importera-hint' : 'importera-error-text'}>
        {error ?? props.hint}
      </p>
    </div>
  );
}
