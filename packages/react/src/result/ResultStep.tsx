import type { OutcomeStatus, Report, UndoReport } from '@importera/engine';
import { errorInfo, OUTCOME_STATUSES } from '@importera/engine';
import { useState } from 'react';
import { useDropzone } from 'react-dropzone';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { ErrorNotice } from '../controls/ErrorNotice.tsx';
import { FilterChips } from '../controls/FilterChips.tsx';
import { Notice } from '../controls/Notice.tsx';
import { Icon } from '../controls/Icon.tsx';
import { baseName, saveBlob } from '../controls/saveBlob.ts';
import { outcomeState } from '../grid/cellView.ts';
import type { Undone } from '../grid/cellView.ts';
import { useFreshEdits } from '../grid/useFreshEdits.ts';
import { RowGrid } from '../grid/RowGrid.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState, useOpenState } from '../importer/useImporterState.ts';
import { useFormats } from '../locales/useFormats.ts';
import { StepHeading } from '../wizard/StepHeading.tsx';
import { EntityCounts } from './EntityCounts.tsx';
import type { EntityCountsProps } from './EntityCounts.tsx';
import { PendingBar } from './PendingBar.tsx';
import { useReplan } from '../review/usePlan.ts';
import { UndoButton } from '../undo/UndoButton.tsx';
import { UndoCounts } from '../undo/UndoCounts.tsx';
import { UndoingNotice } from '../undo/UndoingNotice.tsx';
import { useCorrections } from './useCorrections.ts';
import { useOutcomeCounts } from './useOutcomeCounts.ts';
import type { OutcomeCounts } from './useOutcomeCounts.ts';

/** What the result leads to. */
export interface ResultStepProps extends Pick<EntityCountsProps, 'onShowRecords'> {
  /** Links of the host's own beside the counts. */
  readonly renderLinks?: ((report: Report) => ReactNode) | undefined;
}

type Shown = OutcomeStatus | 'all';

/** What became of every row; the red ones can be corrected and imported again. */
export function ResultStep(props: ResultStepProps): ReactElement | null {
  const { readOnly } = useImporterScope();
  const report = useImporterState((state) => (state.step === 'result' ? state.report : null));
  const runs = useImporterState((state) => (state.step === 'result' ? state.reports.length : 0));
  const undo = useImporterState((state) => (state.step === 'result' ? state.undo.status : 'none'));
  const undone = useUndone();
  const plans = useImporterState((state) =>
    state.step === 'result' && state.plan.status === 'ready' ? state.plan.revision : 0,
  );
  const isCorrected = useFreshEdits().length > 0;
  useReplan('result', isCorrected && undo === 'none');
  const [shown, setShown] = useState<Shown>('all');
  const counts = useOutcomeCounts(runs);
  if (report === null) return null;
  const rejected = counts.rejected ?? report.rejected;
  const pending = counts.pending ?? untouchedRows(report);
  const mode = undone === null ? 'result' : undoneMode(undone);
  return (
    <div className="importera-step">
      <ResultHeading report={report} counts={counts} />
      <ErrorNotice />
      <UndoingNotice />
      {undone ? (
        <UndoCounts undo={undone} report={report} />
      ) : (
        <EntityCounts
          report={report}
          onShowRecords={undo === 'none' ? props.onShowRecords : undefined}
        />
      )}
      {props.renderLinks?.(report)}
      {undo === 'none' && pending > 0 && <PendingBar report={report} pending={pending} />}
      {undo === 'none' && <RefusedNotice />}
      {undo === 'none' && rejected > 0 && <CorrectBar />}
      <OutcomeFilter {...{ counts, shown, mode }} rows={report.rows} onShow={setShown} />
      <RowGrid
        mode={mode}
        filter={shown === 'all' ? {} : { outcomes: [shown] }}
        revision={runs + plans}
        editable={!readOnly && undo === 'none'}
      />
    </div>
  );
}

/** All rows of an import that was cancelled before it did anything: known before its rows are at hand. */
function untouchedRows({ status, rows, ...counts }: Report): number {
  const { created, updated, unchanged, skipped, rejected } = counts;
  const records = [created, updated, unchanged].flatMap((byEntity) => Object.values(byEntity));
  const isTouched = [...records, skipped, rejected].some((count) => count > 0);
  return status === 'cancelled' && !isTouched ? rows : 0;
}

function ResultHeading(props: {
  readonly report: Report;
  readonly counts: OutcomeCounts;
}): ReactElement {
  const { messages } = useImporterScope();
  const { duration } = useFormats();
  const text = messages.result;
  const undone = useUndone();
  const { report, counts } = props;
  const { written, unchanged = 0, skipped = report.skipped, rejected = report.rejected } = counts;
  const isWhole = skipped + rejected === 0;
  const ended = report.status === 'completed' ? (isWhole ? 'success' : 'partial') : report.status;
  const state = undone === null ? ended : 'undone';
  const title = {
    success: text.doneAll,
    partial:
      // What is stored as the row says is imported too, by this import or before.
      written === undefined ? text.done : text.doneInPart(written + unchanged, report.rows),
    cancelled: text.cancelled,
    failed: text.failed,
    undone: messages.undo.titleDone,
  }[state];
  const icons = { success: 'check', undone: 'undo' } as const;
  const intro =
    undone === null ? (
      <>
        {written !== undefined && text.summary(counts)} {text.took(duration(report.seconds))}
      </>
    ) : (
      messages.undo.done(undone.reversed)
    );
  return (
    <div className="importera-result-head" data-state={state}>
      <span className="importera-result-mark">
        <Icon name={state === 'success' || state === 'undone' ? icons[state] : 'warning'} />
      </span>
      <StepHeading title={title} intro={intro} actions={<UndoButton />} />
    </div>
  );
}

/** What was taken back of this import; null while it stands. */
function useUndone(): UndoReport | null {
  return useImporterState((state) =>
    state.step === 'result' && state.undo.status === 'undone' ? state.undo.report : null,
  );
}

/** Of records that were kept, nobody says which rows wrote them. */
function undoneMode({ kept, failed }: UndoReport): Undone {
  return kept + failed === 0 ? 'undone' : 'partly-undone';
}

/** Rows that are named; of more it is told how many. */
const NAMED_ROWS = 10;

/** Rows whose corrections in a file came too late. */
function RefusedNotice(): ReactElement | null {
  const { messages } = useImporterScope();
  const refused = useOpenState(({ corrected }) => corrected?.refused ?? NONE);
  if (refused.length === 0) return null;
  const { notTaken, notTakenHelp } = messages.result;
  const named = refused.slice(0, NAMED_ROWS).map(String);
  return (
    <Notice tone="warning" role="alert" title={notTaken(named, refused.length)}>
      {notTakenHelp}
    </Notice>
  );
}

const NONE: readonly number[] = [];

/** The ways to correct what was not taken: in place, or in a file that comes back. */
function CorrectBar(): ReactElement {
  const { importer, locale, messages, readOnly } = useImporterScope();
  const name = baseName(useOpenState((state) => state.table.fileName));
  const corrections = useCorrections();
  const isUntouched = useOpenState(
    ({ corrected }) => corrected?.cells === 0 && corrected.refused.length === 0,
  );
  const drop = useDropzone({
    multiple: false,
    noClick: true,
    noKeyboard: true,
    disabled: readOnly,
    onDrop: ([file]) => file && corrections.openFile(file),
  });
  const text = messages.result;
  const said =
    corrections.count > 0
      ? text.corrected(corrections.count)
      : `${isUntouched ? `${text.correctedNone} ` : ''}${text.correct}`;
  const download = (format: 'csv' | 'xlsx'): void => {
    importer.session.errorFile(format, locale.issueTexts).then(
      (file) => saveBlob(file, `${name}-errors.${format}`),
      (error: unknown) => importer.dispatch({ type: 'failed', error: errorInfo(error) }),
    );
  };
  return (
    <section
      {...drop.getRootProps({ className: 'importera-correct' })}
      data-state={drop.isDragActive ? 'over' : 'idle'}
    >
      <input {...drop.getInputProps({ 'aria-hidden': true, tabIndex: -1 })} />
      <p className="importera-correct-text" role="status">
        {said}
      </p>
      <div className="importera-button-row">
        <span className="importera-hint">{text.errorFiles}</span>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            size="small"
            icon="download"
            aria-label={text.errorFile(`.${format}`)}
            onClick={() => download(format)}
          >
            .{format}
          </Button>
        ))}
        <Button size="small" icon="upload" disabled={readOnly} onClick={() => drop.open()}>
          {text.openCorrected}
        </Button>
        <Button
          size="small"
          variant="primary"
          disabled={
            readOnly || corrections.checking || (corrections.count === 0 && !corrections.canRetry)
          }
          onClick={() => void corrections.importCorrected()}
        >
          {corrections.count === 0 && corrections.canRetry ? text.importRest : text.importCorrected}
        </Button>
      </div>
    </section>
  );
}

function OutcomeFilter(props: {
  readonly counts: Partial<Record<OutcomeStatus, number>>;
  readonly rows: number;
  readonly mode: 'result' | Undone;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}): ReactElement {
  const { review, result } = useImporterScope().messages;
  const known = OUTCOME_STATUSES.filter(
    (status) => (props.counts[status] ?? 0) > 0 || status === 'written' || status === 'rejected',
  );
  const all = Object.values(props.counts).reduce((sum, count) => sum + count, 0) || props.rows;
  return (
    <FilterChips
      label={review.filterLabel}
      value={props.shown}
      options={[
        { value: 'all', label: review.all, count: all },
        ...known.map((value) => {
          const count = props.counts[value] ?? 0;
          const tone = outcomeState(value, props.mode);
          const label = review.statusOf(count, result.statuses[tone], result.rowStatuses[tone]);
          return { value, label, count, tone };
        }),
      ]}
      onChange={(value) => props.onShow(value === props.shown ? 'all' : value)}
    />
  );
}
