import type { ColumnFormat, DateOrder } from '@importera/engine';
import type { ReactElement } from 'react';
import { Segmented } from '../controls/Segmented.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useMappingGridContext, useMappingRow } from './MappingGrid.tsx';

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];
const DECIMALS = ['.', ','] as const;

/** How the dates or numbers of the row's column are written; nothing for other fields. */
export function FormatChoice(): ReactElement | null {
  const text = useImporterScope().messages.match;
  const { field, ambiguous, mapping, column } = useMappingRow();
  const { evidence } = column.profile;
  if (field?.type === 'date') {
    const possible = evidence.dateOrders.length > 0 ? evidence.dateOrders : ORDERS;
    return (
      <FormatSegments
        label={ambiguous === 'date' ? text.dateAmbiguous : text.dateOrder}
        options={possible.map((value) => ({ value, label: text.dateOrders[value] }))}
        value={mapping.format.dateOrder ?? only(evidence.dateOrders)}
        toFormat={(dateOrder) => ({ ...mapping.format, dateOrder })}
      />
    );
  }
  if (field?.type === 'number') {
    return (
      <FormatSegments
        label={ambiguous === 'decimal' ? text.decimalAmbiguous : text.decimal}
        options={DECIMALS.map((value) => ({ value, label: text.decimals[value] }))}
        value={mapping.format.decimal ?? only(evidence.decimals)}
        toFormat={(decimal) => ({ ...mapping.format, decimal })}
      />
    );
  }
  return null;
}

function FormatSegments<V extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V | null;
  readonly toFormat: (value: V) => ColumnFormat;
}): ReactElement {
  const grid = useMappingGridContext();
  const { column } = useMappingRow();
  return (
    <Segmented
      label={props.label}
      options={props.options}
      value={props.value}
      disabled={grid.disabled}
      onChange={(value) => grid.setFormat(column.index, props.toFormat(value))}
    />
  );
}

/** What the values prove, when they prove one thing. */
function only<V>(possible: readonly V[]): V | null {
  return possible.length === 1 ? (possible[0] ?? null) : null;
}
