import { Switch } from '@base-ui/react/switch';
import type { ReactElement, ReactNode } from 'react';

export interface SwitchFieldProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly hint?: ReactNode;
  readonly onChange: (checked: boolean) => void;
}

export function SwitchField(props: SwitchFieldProps): ReactElement {
  return (
    <label className="importera-switch-field" data-disabled={props.disabled || undefined}>
      <span className="importera-check-text">
        <span className="importera-label">{props.label}</span>
        {props.hint && <span className="importera-hint">{props.hint}</span>}
      </span>
      <Switch.Root
        className="importera-switch"
        checked={props.checked}
        disabled={props.disabled ?? false}
        onCheckedChange={(checked) => props.onChange(checked)}
      >
        <Switch.Thumb className="importera-switch-thumb" />
      </Switch.Root>
    </label>
  );
}
