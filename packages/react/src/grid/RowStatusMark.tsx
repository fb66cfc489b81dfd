import type { ReactElement } from 'react';
import { Icon } from '../controls/Icon.tsx';
import type { IconName } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { rowStateLabel } from './cellView.ts';
import type { RowState } from './cellView.ts';

const icons: Readonly<Record<RowState, IconName>> = {
  create: 'plus',
  update: 'pencil',
  unchanged: 'equals',
  ambiguous: 'question',
  reject: 'cross',
  skip: 'minus',
  written: 'check',
  skipped: 'minus',
  rejected: 'cross',
  pending: 'minus',
  undone: 'undo',
  'partly-undone': 'undo',
};

/** A row's number and state: a sign and a word, so that colour is never alone. */
export function RowStatusMark(props: {
  readonly row: number;
  readonly state: RowState;
}): ReactElement {
  const { messages } = useImporterScope();
  return (
    <>
      <span className="importera-row-number">{props.row}</span>
      <span className="importera-status" data-state={props.state}>
        <Icon name={icons[props.state]} />
        <span className="importera-status-text">{rowStateLabel(props.state, messages)}</span>
      </span>
    </>
  );
}
