import { useId } from 'react';
import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';

export interface TextFieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'onChange'> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

export function TextField(props: TextFieldProps): ReactElement {
  const { label, labelHidden = false, hint, error, onChange, className, ...input } = props;
  const id = useId();
  const described = error || hint ? `${id}-hint` : undefined;
  return (
    <div className={classes('importera-field', className)}>
      <label className={labelHidden ? 'importera-visually-hidden' : 'importera-label'} htmlFor={id}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        className="importera-input"
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {described && (
        <p id={described} className={error ? 'importera-error-text' : 'importera-hint'}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
