import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import type { ReactElement } from 'react';

export interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V | null;
  readonly disabled?: boolean;
  readonly onChange: (value: V) => void;
}

/** One of two or three short choices, side by side. */
export function Segmented<V extends string>(props: SegmentedProps<V>): ReactElement {
  const id = useId();
  return (
    <div className="importera-field">
      <span id={id} className={props.labelHidden ? 'importera-visually-hidden' : 'importera-label'}>
        {props.label}
      </span>
      <RadioGroup
        className="importera-segments"
        aria-labelledby={id}
        value={props.value ?? ''}
        disabled={props.disabled ?? false}
        onValueChange={(value) => props.onChange(value as V)}
      >
        {props.options.map((option) => (
          <label key={option.value} className="importera-segment">
            <Radio.Root className="importera-segment-input" value={option.value} />
            {option.label}
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
