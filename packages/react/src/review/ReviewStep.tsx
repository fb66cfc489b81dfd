import { Tabs } from '@base-ui/react/tabs';
import type { IssueGroup, PlanSummary, RowStatus } from '@importera/engine';
import { useDeferredValue, useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { ErrorNotice } from '../controls/ErrorNotice.tsx';
import { FilterChips } from '../controls/FilterChips.tsx';
import { Notice } from '../controls/Notice.tsx';
import { SearchField } from '../controls/SearchField.tsx';
import { RowGrid } from '../grid/RowGrid.tsx';
import type { RowFilter } from '../grid/rowPages.ts';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import type { Messages } from '../locales/Locale.ts';
import { useFormats } from '../locales/useFormats.ts';
import { StepHeading } from '../wizard/StepHeading.tsx';
import { IssueList, groupKey } from './IssueList.tsx';
import { PlanCounts } from './PlanCounts.tsx';
import { RecipeSummary } from './RecipeSummary.tsx';
import { ReviewSamples } from './ReviewSamples.tsx';
import { issueFilter } from './useIssueFix.ts';
import { usePlan } from './usePlan.ts';
import type { PlanView } from './usePlan.ts';

type Shown = RowStatus | 'all';

/** What will happen, row by row, before anything does. */
export function ReviewStep(): ReactElement {
  const { messages, readOnly } = useImporterScope();
  const plan = usePlan();
  const [shown, setShown] = useState<Shown>('all');
  const [chosen, setIssue] = useState<IssueGroup | null>(null);
  // An issue that was fixed is gone, and its filter with it.
  const groups = plan.summary?.issues ?? [];
  const issue = groups.find((group) => chosen && groupKey(group) === groupKey(chosen)) ?? null;
  const [search, setSearch] = useState('');
  const filter = rowFilter(shown, issue, useDeferredValue(search));
  const text = messages.review;
  return (
    <div className="importera-step">
      <StepHeading title={text.heading} intro={text.intro} />
      <ErrorNotice />
      {plan.summary === null ? (
        <Planning rowsDone={plan.rowsDone} failed={plan.status === 'none'} />
      ) : (
        <>
          <div className="importera-toolbar">
            <div className="importera-review-counts">
              <StatusFilter summary={plan.summary} shown={shown} onShow={setShown} />
              <PlanCounts summary={plan.summary} />
            </div>
            <SearchField label={text.search} value={search} onChange={setSearch} />
          </div>
          <CountsSaid plan={plan} />
          <NothingNew summary={plan.summary} />
          {plan.summary.keyEmpty > 0 && (
            <Notice tone="warning">{text.keyEmpty(plan.summary.keyEmpty)}</Notice>
          )}
          <div className="importera-review">
            <RowGrid
              mode="plan"
              filter={filter}
              issue={issue}
              revision={plan.revision}
              editable={!readOnly}
              stale={plan.stale}
            />
            <ReviewTabs
              summary={plan.summary}
              revision={plan.revision}
              issue={issue}
              onIssue={setIssue}
            />
          </div>
        </>
      )}
    </div>
  );
}

function rowFilter(shown: Shown, issue: IssueGroup | null, search: string): RowFilter {
  return {
    ...(shown === 'all' ? {} : statusFilter(shown)),
    ...(issue === null ? {} : { issue: issueFilter(issue) }),
    ...(search.trim() === '' ? {} : { search: search.trim() }),
  };
}

/** Whoever looks for what is changed wants the rows, too, that make another record besides. */
function statusFilter(shown: RowStatus): RowFilter {
  return shown === 'update' ? { actions: [shown] } : { statuses: [shown] };
}

function countOf({ statuses, updating }: PlanSummary, status: RowStatus): number {
  return status === 'update' ? updating : statuses[status];
}

function Planning(props: { readonly rowsDone: number; readonly failed: boolean }): ReactElement {
  const { importer, messages } = useImporterScope();
  const text = messages.review;
  if (props.failed) {
    return (
      <div className="importera-planning">
        <Button onClick={() => void importer.actions.replan()}>{messages.grid.retry}</Button>
      </div>
    );
  }
  return (
    <div className="importera-planning" role="status">
      <span className="importera-bar" data-indeterminate />
      <p className="importera-planning-title">{text.planning}</p>
      {props.rowsDone > 0 && <p className="importera-hint">{text.planningRows(props.rowsDone)}</p>}
    </div>
  );
}

/** A file that was imported before leads somewhere too. */
function NothingNew({ summary }: { readonly summary: PlanSummary }): ReactElement | null {
  const { importer, messages } = useImporterScope();
  const { unchanged, skip } = summary.statuses;
  if (unchanged === 0 || unchanged + skip < summary.rows) return null;
  return (
    <Notice
      tone="info"
      title={messages.review.allStored}
      actions={
        <Button size="small" icon="plus" onClick={() => importer.actions.reset()}>
          {messages.result.another}
        </Button>
      }
    >
      {messages.review.allStoredHelp}
    </Notice>
  );
}

/** Says the counts after a correction, which change out of sight of who cannot see them. */
function CountsSaid({ plan }: { readonly plan: PlanView }): ReactElement {
  const { messages } = useImporterScope();
  const { number } = useFormats();
  const [first] = useState(plan.revision);
  const { summary } = plan;
  const said =
    summary === null || plan.stale || plan.revision === first
      ? ''
      : ORDER.filter((status) => countOf(summary, status) > 0)
          .map((status) => {
            const count = countOf(summary, status);
            return `${number(count)} ${statusText(status, count, messages)}`;
          })
          .join(', ');
  return (
    <p className="importera-visually-hidden" role="status">
      {said !== '' && messages.review.counted(said)}
    </p>
  );
}

const ORDER: readonly RowStatus[] = [
  'create',
  'update',
  'unchanged',
  'ambiguous',
  'reject',
  'skip',
];

/** *312 new · 48 changed · 9 unchanged*: the plan in numbers, each a filter. */
function StatusFilter(props: {
  readonly summary: PlanSummary;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}): ReactElement {
  const { messages } = useImporterScope();
  const text = messages.review;
  const { summary } = props;
  const known = ORDER.filter(
    (status) => countOf(summary, status) > 0 || status === 'create' || status === 'reject',
  );
  const options = [
    { value: 'all' as Shown, label: text.all, count: summary.rows },
    ...known.map((value) => {
      const count = countOf(summary, value);
      const label = statusText(value, count, messages);
      return { value, label, count, tone: value };
    }),
  ];
  return (
    <FilterChips
      label={text.filterLabel}
      value={props.shown}
      options={options}
      onChange={(value) => props.onShow(value === props.shown ? 'all' : value)}
    />
  );
}

function statusText(status: RowStatus, count: number, { review }: Messages): string {
  return review.statusOf(count, review.statuses[status], review.rowStatuses[status]);
}

function ReviewTabs(props: {
  readonly summary: PlanSummary;
  readonly revision: number;
  readonly issue: IssueGroup | null;
  readonly onIssue: (group: IssueGroup | null) => void;
}): ReactElement {
  const { review: text, samples } = useImporterScope().messages;
  const groups = props.summary.issues;
  return (
    <Tabs.Root className="importera-tabs" defaultValue={groups.length > 0 ? 'issues' : 'samples'}>
      <Tabs.List className="importera-tab-list">
        <Tabs.Tab className="importera-tab" value="issues">
          {text.issues}
          {groups.length > 0 && <span className="importera-badge">{groups.length}</span>}
        </Tabs.Tab>
        <Tabs.Tab className="importera-tab" value="samples">
          {samples.tab}
        </Tabs.Tab>
        <Tabs.Tab className="importera-tab" value="choices">
          {text.choices}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel className="importera-tab-panel" value="issues">
        <IssueList groups={groups} selected={props.issue} onSelect={props.onIssue} />
      </Tabs.Panel>
      <Tabs.Panel className="importera-tab-panel" value="samples">
        <ReviewSamples revision={props.revision} />
      </Tabs.Panel>
      <Tabs.Panel className="importera-tab-panel" value="choices">
        <RecipeSummary />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
