import type { IssueGroup } from '@importera/engine';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../controls/Icon.tsx';
import { MoreButton } from '../controls/MoreButton.tsx';
import { useShown } from '../controls/useShown.ts';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { fieldLabel } from '../match/fieldNames.ts';
import { FixForm } from './FixForm.tsx';
import { useIssueFix } from './useIssueFix.ts';

export interface IssueListProps {
  readonly groups: readonly IssueGroup[];
  /** The group whose rows the grid shows. */
  readonly selected: IssueGroup | null;
  readonly onSelect: (group: IssueGroup | null) => void;
}

/** Issues by kind and value, the most frequent first: each fixed once for all its rows. */
export function IssueList(props: IssueListProps): ReactElement {
  const text = useImporterScope().messages.review;
  const shown = useShown(props.groups);
  if (props.groups.length === 0) return <p className="importera-empty">{text.noIssues}</p>;
  return (
    <>
      <ul className="importera-issues">
        {shown.items.map((group) => (
          <IssueItem
            key={groupKey(group)}
            group={group}
            isSelected={props.selected !== null && groupKey(props.selected) === groupKey(group)}
            onSelect={props.onSelect}
          />
        ))}
      </ul>
      <MoreButton shown={shown} />
    </>
  );
}

export function groupKey({ code, entity, field, column, value }: IssueGroup): string {
  return JSON.stringify([code, entity, field, column, value]);
}

function IssueItem(props: {
  readonly group: IssueGroup;
  readonly isSelected: boolean;
  readonly onSelect: IssueListProps['onSelect'];
}): ReactElement {
  const { messages, formatIssue, readOnly } = useImporterScope();
  const { group, isSelected } = props;
  const [fixing, setFixing] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const fix = useIssueFix();
  // The form goes, and soon the issue with it: the list they were in is the nearest that stays.
  const toList = (): void =>
    item.current?.closest<HTMLElement>('[role="tabpanel"]')?.focus({ preventScroll: true });
  const text = messages.review;
  return (
    <li
      ref={item}
      className="importera-issue"
      data-severity={group.severity}
      data-selected={isSelected || undefined}
    >
      <span className="importera-issue-icon">
        <Icon name={group.severity === 'error' ? 'cross' : 'warning'} />
      </span>
      <div className="importera-issue-body">
        <p className="importera-issue-place">
          {useGroupPlace(group)}
          {group.value !== null && <q className="importera-issue-value">{group.value}</q>}
        </p>
        <p className="importera-issue-text">{formatIssue(group)}</p>
        <div className="importera-issue-actions">
          <button
            type="button"
            className="importera-link"
            aria-pressed={isSelected}
            onClick={() => props.onSelect(isSelected ? null : group)}
          >
            {isSelected ? text.showAll : `${text.showRows} · ${text.issueRows(group.count)}`}
          </button>
          {!readOnly && group.column !== null && !fixing && (
            <button type="button" className="importera-link" onClick={() => setFixing(true)}>
              {text.fix}
            </button>
          )}
          {!readOnly && group.severity === 'error' && (
            <button
              type="button"
              className="importera-link"
              onClick={() => {
                toList();
                void fix.excludeAll(group);
              }}
            >
              {text.leaveOutRows}
            </button>
          )}
        </div>
        {fixing && (
          <FixForm
            group={group}
            onDone={() => {
              toList();
              setFixing(false);
            }}
            onFix={(value) => void fix.replaceAll(group, value)}
          />
        )}
      </div>
    </li>
  );
}

function useGroupPlace(group: IssueGroup): string {
  const { importer } = useImporterScope();
  const columns = useOpenState((state) => state.table.columns);
  if (group.entity !== null && group.field !== null) {
    return fieldLabel(importer.schema, { entity: group.entity, field: group.field });
  }
  return (group.column !== null ? columns[group.column]?.label : undefined) ?? group.field ?? '';
}
