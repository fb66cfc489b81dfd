import type { Field } from '../schema/Schema.ts';
import { type CellConverter } from './CellConverter.ts';
import { cleanCell, exceptErrors, exceptNothing } from './cleanCell.ts';
import type { ColumnDecision } from './columnDecision.ts';
import { convertBoolean } from './convertBoolean.ts';
import { choiceConverter } from './convertChoice.ts';
import { dateConverter } from './convertDate.ts';
import { convertEmail } from './convertEmail.ts';
import { numberConverter } from './convertNumber.ts';
import { referenceConverter } from './convertReference.ts';
import { textConverter } from './convertText.ts';
import { convertUrl } from './convertUrl.ts';
import type { Phones } from './loadPhones.ts';

export interface ConverterContext {
  readonly decision: ColumnDecision;
  /** Country of national phone numbers, from the schema. */
  readonly country: string | undefined;
  readonly phones: Phones;
  /** The user's own readings of single cell texts. */
  readonly values: ReadonlyMap<string, string | null>;
}

/** The converter of one column: by the field's type, how its column is written, and the user's own readings. */
export function fieldConverter(field: Field, context: ConverterContext): CellConverter {
  const convert = converterOf(field, context);
  const { values } = context;
  if (field.type === 'choice' || values.size === 0) return convert;
  return (text, kind) => {
    const decided = values.get(text);
    if (decided === undefined) return convert(text, kind);
    return decided === null ? null : convert(cleanCell(decided), 0);
  };
}

function converterOf(field: Field, context: ConverterContext): CellConverter {
  const { decision, country, phones, values } = context;
  switch (field.type) {
    case 'reference':
      return exceptErrors(referenceConverter(field));
    case 'text':
    case 'id':
      return exceptErrors(textConverter);
    case 'number':
      return exceptNothing(
        numberConverter({
          decimal: decision.decimal,
          ambiguous: decision.decimalAmbiguous,
          conflict: decision.decimalConflict,
          known: decision.decimalKnown,
          unit: field.unit,
        }),
      );
    case 'date':
      return exceptNothing(
        dateConverter({
          order: decision.dateOrder,
          ambiguous: decision.dateOrderAmbiguous,
          conflict: decision.dateOrderConflict,
          time: field.time === true,
          serials: decision.serials,
        }),
      );
    case 'boolean':
      return exceptNothing(convertBoolean);
    case 'email':
      return exceptNothing(convertEmail);
    case 'phone':
      return exceptNothing(phones(field.country ?? country));
    case 'url':
      return exceptNothing(convertUrl);
    case 'choice':
      return exceptNothing(choiceConverter(field, values));
  }
}
