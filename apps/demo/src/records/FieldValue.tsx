import type { Field, Value } from '@importera/engine';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import type { CompanyRecord } from '../api.ts';
import { ParentLink } from './ParentLink.tsx';
import { fieldText, isOwnValue, optionText } from './fieldText.ts';

/** A stored value: choices as tags, addresses as links. */
export function FieldValue(props: {
  readonly value: Value | undefined;
  readonly field: Field;
  /** What a reference points at. */
  readonly target?: CompanyRecord['parent'] | undefined;
}) {
  const { value, field, target } = props;
  const language = useLanguage();
  const text = fieldText(value, field, language);
  if (text === '') return null;
  if (target) return <ParentLink parent={target} />;
  if (field.type === 'choice') return <Choices value={value} field={field} />;
  if (field.type === 'email') return <a href={`mailto:${text}`}>{text}</a>;
  if (field.type === 'url') {
    return (
      <a href={String(value)} target="_blank" rel="noreferrer">
        {text}
      </a>
    );
  }
  return <span className={field.type === 'number' ? 'figure' : undefined}>{text}</span>;
}

function Choices(props: { readonly value: Value | undefined; readonly field: Field }) {
  const { records } = useTexts();
  const { value, field } = props;
  const values = Array.isArray(value) ? value.map(String) : [String(value)];
  return (
    <span className="tags">
      {values.map((one) => {
        const own = isOwnValue(one, field);
        return (
          <span
            key={one}
            className="tag"
            data-own={own || undefined}
            data-value={one}
            title={own ? records.notAChoice : undefined}
          >
            {optionText(one, field)}
          </span>
        );
      })}
    </span>
  );
}
