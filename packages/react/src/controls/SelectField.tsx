import { Select } from '@base-ui/react/select';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { PopupRoot } from './Popup.tsx';
import { classes } from './classes.ts';

/** An option of a select, of radio cards, or of a field for several. */
export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly help?: string;
}

/** A choice of one among several, in a popup. */
export interface SelectFieldProps<V extends string> {
  readonly label: string;
  /** Hides the label from sight; it is still the control's name. */
  readonly labelHidden?: boolean;
  readonly value: V | null;
  readonly options: readonly SelectOption<V>[];
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly onChange: (value: V) => void;
}

/** A list to choose one option from, with its label and a hint. */
export function SelectField<V extends string>(props: SelectFieldProps<V>): ReactElement {
  const { label, labelHidden = false, value, options, placeholder, hint, disabled = false } = props;
  const items = options.map((option) => ({ value: option.value, label: option.label }));
  return (
    <div className={classes('importera-field', props.className)}>
      <Select.Root
        items={items}
        value={value}
        disabled={disabled}
        onValueChange={(next) => next !== null && props.onChange(next)}
      >
        <Select.Label className={labelHidden ? 'importera-visually-hidden' : 'importera-label'}>
          {label}
        </Select.Label>
        <Select.Trigger className="importera-select">
          <Select.Value className="importera-select-value" placeholder={placeholder ?? '–'} />
          <Select.Icon className="importera-select-icon">
            <Icon name="chevronDown" />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal render={<PopupRoot />}>
          <Select.Positioner
            className="importera-positioner"
            alignItemWithTrigger={false}
            align="start"
            sideOffset={6}
          >
            <Select.Popup className="importera-popup">
              <Select.List className="importera-options">
                {options.map((option) => (
                  <SelectItem key={option.value} option={option} />
                ))}
              </Select.List>
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
      {hint && <p className="importera-hint">{hint}</p>}
    </div>
  );
}

function SelectItem({ option }: { readonly option: SelectOption<string> }): ReactElement {
  return (
    <Select.Item className="importera-option" value={option.value}>
      <span className="importera-option-body">
        <Select.ItemText className="importera-option-label">{option.label}</Select.ItemText>
        {option.help && <span className="importera-option-help">{option.help}</span>}
      </span>
      <Select.ItemIndicator className="importera-option-tick">
        <Icon name="check" />
      </Select.ItemIndicator>
    </Select.Item>
  );
}
