import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import type { ReactElement } from 'react';
import type { SelectOption } from './SelectField.tsx';

/** A choice of one among few, each with room for a sentence. */
export interface RadioCardsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly SelectOption<V>[];
  readonly disabled?: boolean;
  readonly onChange: (value: V) => void;
}

/** One choice out of few, each with a sentence that says what it does. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>): ReactElement {
  const labelId = useId();
  return (
    <div className="importera-field">
      <span className="importera-label" id={labelId}>
        {props.label}
      </span>
      <RadioGroup
        className="importera-radio-cards"
        aria-labelledby={labelId}
        value={props.value}
        disabled={props.disabled ?? false}
        onValueChange={(value) => props.onChange(value)}
      >
        {props.options.map((option) => (
          <label key={option.value} className="importera-radio-card">
            <Radio.Root className="importera-radio" value={option.value}>
              <Radio.Indicator className="importera-radio-dot" />
            </Radio.Root>
            <span className="importera-check-text">
              <span>{option.label}</span>
              {option.help && <span className="importera-hint">{option.help}</span>}
            </span>
          </label>
        ))}
      </RadioGroup>
    </div>
  );
}
