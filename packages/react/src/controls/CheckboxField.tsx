import { Checkbox } from '@base-ui/react/checkbox';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { classes } from './classes.ts';

export interface CheckboxFieldProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly hint?: ReactNode;
  readonly className?: string;
  readonly onChange: (checked: boolean) => void;
}

export function CheckboxField(props: CheckboxFieldProps): ReactElement {
  return (
    <label
      className={classes('importera-check', props.className)}
      data-disabled={props.disabled || undefined}
    >
      <Checkbox.Root
        className="importera-checkbox"
        checked={props.checked}
        disabled={props.disabled ?? false}
        onCheckedChange={(checked) => props.onChange(checked)}
      >
        <Checkbox.Indicator className="importera-checkbox-tick">
          <Icon name="check" />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <span className="importera-check-text">
        <span>{props.label}</span>
        {props.hint && <span className="importera-hint">{props.hint}</span>}
      </span>
    </label>
  );
}
