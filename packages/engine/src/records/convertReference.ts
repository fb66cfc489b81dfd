import type { ReferenceField } from '../schema/Schema.ts';
import type { CellConverter } from './CellConverter.ts';
import { composed } from './cleanCell.ts';
import { splitChoices } from './convertChoice.ts';
import { textConverter } from './convertText.ts';
import { withoutMarks } from './givenValue.ts';

/** The readable text of a reference; several are separated as several choices are, each once. */
export function referenceConverter(field: ReferenceField): CellConverter {
  if (field.multiple !== true) return (text, kind) => textConverter(withoutMarks(text), kind);
  return (text) => {
    const parts = splitChoices(withoutMarks(text)).map(composed);
    return parts.length === 0 ? null : [...new Set(parts)];
  };
}
