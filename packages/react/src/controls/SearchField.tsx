import type { ReactElement } from 'react';
import { Icon } from './Icon.tsx';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SearchField({ label, value, onChange }: SearchFieldProps): ReactElement {
  return (
    <label className="importera-search">
      <Icon name="search" />
      <input
        type="search"
        className="importera-search-input"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
