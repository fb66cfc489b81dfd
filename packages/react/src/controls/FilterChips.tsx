import type { ReactElement } from 'react';
import { useFormats } from '../locales/useFormats.ts';

export interface FilterOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count: number;
  /** Colours the count; the word says the same. */
  readonly tone?: string;
}

export interface FilterChipsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly FilterOption<V>[];
  readonly onChange: (value: V) => void;
}

/** Counts that filter what is below them; pressing the one in force shows everything again. */
export function FilterChips<V extends string>(props: FilterChipsProps<V>): ReactElement {
  const { number } = useFormats();
  return (
    <div className="importera-filters" role="group" aria-label={props.label}>
      {props.options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="importera-filter"
          aria-pressed={option.value === props.value}
          disabled={option.count === 0 && option.value !== props.value && option.value !== 'all'}
          data-tone={option.tone}
          onClick={() => props.onChange(option.value)}
        >
          <span className="importera-filter-count">{number(option.count)}</span>{' '}
          <span className="importera-filter-label">{option.label}</span>
        </button>
      ))}
    </div>
  );
}
