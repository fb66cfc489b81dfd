import type {
  ColumnMapping,
  ColumnTarget,
  Field,
  IssueGroup,
  Schema,
  TableColumn,
} from '@importera/engine';
import { fieldOf, targetLabel } from '../match/fieldNames.ts';

/** A column of the file as the grid shows it. */
export interface GridColumn {
  /** 0-based column of the file. */
  readonly column: number;
  /** The field it goes to. */
  readonly label: string;
  /** Its name in the file. */
  readonly header: string;
  readonly target: ColumnTarget;
  readonly field: Field | null;
  readonly match: boolean;
  /** Characters of its longest text. */
  readonly width: number;
}

/** The imported columns in the order of the file. */
export function gridColumns(
  columns: readonly TableColumn[],
  mappings: readonly ColumnMapping[],
  schema: Schema,
): readonly GridColumn[] {
  return mappings.flatMap(({ column, target, match }) => {
    if (target === null || target.kind === 'ignore') return [];
    const header = columns[column]?.label ?? '';
    return [
      {
        column,
        header,
        target,
        match,
        width: columns[column]?.profile.maxLength ?? 0,
        label: targetLabel(schema, target) ?? header,
        field: target.kind === 'field' ? fieldOf(schema, target) : null,
      },
    ];
  });
}

/** Place of the column that an issue is about; null where none of the shown ones is. */
export function leadOf(
  columns: readonly GridColumn[],
  { column, entity, field }: Pick<IssueGroup, 'column' | 'entity' | 'field'>,
): number | null {
  const at = columns.findIndex(({ column: own, target }) =>
    column === null
      ? target.kind !== 'ignore' && target.entity === entity && target.field === field
      : own === column,
  );
  return at < 0 ? null : at;
}
