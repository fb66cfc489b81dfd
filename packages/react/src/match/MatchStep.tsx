import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { Button, IconButton } from '../controls/Button.tsx';
import { CheckboxField } from '../controls/CheckboxField.tsx';
import { ErrorNotice } from '../controls/ErrorNotice.tsx';
import { Icon } from '../controls/Icon.tsx';
import { FilterChips } from '../controls/FilterChips.tsx';
import { Notice } from '../controls/Notice.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useOpenState } from '../importer/useImporterState.ts';
import { StepHeading } from '../wizard/StepHeading.tsx';
import { ColumnDetails } from './ColumnDetails.tsx';
import { ColumnTargetPicker } from './ColumnTargetPicker.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { MappingGrid, useMappingGridContext, useMappingRow } from './MappingGrid.tsx';
import { MissingFields } from './MissingFields.tsx';
import { RecordPreview } from './RecordPreview.tsx';
import { isOpen, useMappingGrid } from './useMappingGrid.ts';
import { useMatchPart } from './useMatchPart.ts';
import type { MatchPart } from './useMatchPart.ts';
import { useValuesAhead } from './useValuesAhead.ts';
import type { MappingGridOptions, MappingGridState, MappingRow } from './useMappingGrid.ts';

type Shown = 'all' | 'open' | 'mapped' | 'ignored';

/** Every column of the file finds its field. */
export function MatchStep(props: MappingGridOptions): ReactElement {
  const { messages } = useImporterScope();
  const grid = useMappingGrid(props);
  useValuesAhead(grid.complete);
  const remembered = useOpenState((state) => state.remembered);
  const [shown, setShown] = useState<Shown>('all');
  const part = useMatchPart();
  const own = part === null ? grid.rows : grid.rows.filter(({ mapping }) => part.has(mapping));
  const rows = own.filter((row) => isShown(row, shown));
  const missing =
    part === null
      ? grid.missing
      : grid.missing.filter(({ entity }) => part.entities.includes(entity));
  return (
    <div className="importera-step importera-with-aside">
      <div className="importera-main">
        <StepHeading
          title={part === null ? messages.match.heading : messages.parts.heading(part.label)}
          intro={messages.match.intro}
          actions={
            <>
              <FileLink />
              <UndoRedo grid={grid} />
            </>
          }
        />
        <ErrorNotice />
        {remembered && <Notice tone="info">{messages.wizard.remembered}</Notice>}
        <MatchProgress grid={grid} part={part} />
        <MissingFields missing={missing} canGoOn={grid.complete} />
        {part !== null && own.length < grid.rows.length && (
          <p className="importera-hint">
            {messages.parts.elsewhere(grid.rows.length - own.length)}
          </p>
        )}
        <MatchFilter rows={own} shown={shown} onShow={setShown} />
        <MappingGrid.Root grid={grid}>
          <div className="importera-mapping-head" aria-hidden="true">
            <span>{messages.match.columnInFile}</span>
            <span>{messages.match.field}</span>
            <span>{messages.match.useForMatchingShort}</span>
          </div>
          {rows.map((row) => (
            <MatchRow key={row.column.index} row={row} />
          ))}
          {rows.length === 0 && <p className="importera-empty">{messages.match.noneShown}</p>}
        </MappingGrid.Root>
      </div>
      <aside className="importera-aside importera-sticky">
        <RecordPreview />
      </aside>
    </div>
  );
}

function MatchRow({ row }: { readonly row: MappingRow }): ReactElement {
  const { messages } = useImporterScope();
  const [open, setOpen] = useState(false);
  return (
    <MappingGrid.Row row={row}>
      <div className="importera-mapping-source">
        <MappingGrid.Header />
        {isOpen(row) && (
          <span className="importera-tag" data-tone="warning">
            {messages.match.openTag}
          </span>
        )}
        <MappingGrid.Samples />
      </div>
      <div className="importera-mapping-choice">
        <ColumnTargetPicker />
        {row.ambiguous !== null && (
          <div className="importera-mapping-question" tabIndex={-1} data-unfinished>
            <FormatChoice />
          </div>
        )}
      </div>
      <div className="importera-mapping-end">
        <MatchTick />
        <ColumnDetails.Toggle open={open} onToggle={setOpen} />
      </div>
      {open && <ColumnDetails.Panel />}
    </MappingGrid.Row>
  );
}

function MatchTick(): ReactElement | null {
  const { messages } = useImporterScope();
  const grid = useMappingGridContext();
  const { column, mapping, state } = useMappingRow();
  if (state !== 'mapped') return null;
  return (
    <div className="importera-mapping-match" title={messages.match.matchHelp}>
      <CheckboxField
        label={
          <span className="importera-mapping-match-label">
            {messages.match.useForMatching}
            <span className="importera-visually-hidden">: {column.label}</span>
          </span>
        }
        checked={mapping.match}
        disabled={grid.disabled}
        onChange={(match) => grid.setMatch(column.index, match)}
      />
    </div>
  );
}

/** The table step is passed over when nothing is doubtful, but it is always one click away. */
function FileLink(): ReactElement {
  const { importer, messages } = useImporterScope();
  const table = useOpenState((state) => state.table);
  return (
    <div className="importera-file-facts">
      <Icon name="sheet" />
      <span className="importera-file-name" title={table.fileName}>
        {table.fileName}
      </span>
      <span className="importera-hint">
        {messages.table.summary(table.rowCount, table.columns.length)}
      </span>
      <button
        type="button"
        className="importera-link"
        onClick={() => void importer.actions.goTo('table')}
      >
        {messages.match.fileLink}
      </button>
    </div>
  );
}

function UndoRedo({ grid }: { readonly grid: MappingGridState }): ReactElement {
  const { actions } = useImporterScope().messages;
  return (
    <>
      <IconButton
        icon="undo"
        label={actions.undo}
        disabled={grid.undo === null}
        onClick={() => grid.undo?.()}
      />
      <IconButton
        icon="redo"
        label={actions.redo}
        disabled={grid.redo === null}
        onClick={() => grid.redo?.()}
      />
    </>
  );
}

/** How far the matching is: what is open, that nothing is imported, or that all is done. */
function MatchProgress(props: {
  readonly grid: MappingGridState;
  readonly part: MatchPart | null;
}): ReactElement {
  const { grid, part } = props;
  const place = useRef<HTMLDivElement>(null);
  function ignoreRest(): void {
    // The button goes; what it led to takes its place, and the focus.
    place.current?.focus({ preventScroll: true });
    grid.ignoreOpen();
  }
  return (
    <div ref={place} tabIndex={-1} className="importera-mapping-progress">
      {part === null || part.isLast ? (
        <ProgressNotice grid={grid} onIgnoreRest={ignoreRest} />
      ) : (
        <PartNotice grid={grid} part={part} />
      )}
    </div>
  );
}

/** What is open here may belong to a part that comes later. */
function PartNotice(props: {
  readonly grid: MappingGridState;
  readonly part: MatchPart;
}): ReactElement {
  const { grid, part } = props;
  const { match, parts: text } = useImporterScope().messages;
  const asked = grid.rows.filter((row) => row.ambiguous !== null && part.has(row.mapping)).length;
  if (asked > 0) return <Notice tone="warning" role="status" title={match.open(asked)} />;
  return grid.openCount > 0 ? (
    <Notice tone="info" role="status" title={text.later(grid.openCount)} />
  ) : (
    <Notice tone="success" role="status" title={text.ready} />
  );
}

function ProgressNotice(props: {
  readonly grid: MappingGridState;
  readonly onIgnoreRest: () => void;
}): ReactElement {
  const text = useImporterScope().messages.match;
  const { grid } = props;
  if (grid.complete) {
    return (
      <Notice tone="success" role="status" title={text.allDone}>
        {null}
      </Notice>
    );
  }
  if (grid.openCount === 0)
    return <Notice tone="warning" role="status" title={text.nothingMapped} />;
  return (
    <Notice
      tone="warning"
      role="status"
      title={text.open(grid.openCount)}
      actions={
        grid.rows.some(({ state }) => state === 'open') && (
          <Button size="small" disabled={grid.disabled} onClick={props.onIgnoreRest}>
            {text.ignoreOpen}
          </Button>
        )
      }
    />
  );
}

function MatchFilter(props: {
  readonly rows: readonly MappingRow[];
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}): ReactElement {
  const text = useImporterScope().messages.match;
  const labels: Readonly<Record<Shown, string>> = {
    all: text.filterAll,
    open: text.filterOpen,
    mapped: text.filterMapped,
    ignored: text.filterIgnored,
  };
  const options = (['all', 'open', 'mapped', 'ignored'] as const).map((value) => ({
    value,
    label: labels[value],
    count: props.rows.filter((row) => isShown(row, value)).length,
    ...(value === 'open' ? { tone: 'ambiguous' as const } : {}),
  }));
  return (
    <FilterChips
      label={text.filterLabel}
      value={props.shown}
      options={options}
      onChange={(shown) => props.onShow(shown)}
    />
  );
}

function isShown(row: MappingRow, shown: Shown): boolean {
  if (shown === 'all') return true;
  if (shown === 'open') return isOpen(row);
  return shown === 'ignored'
    ? row.state === 'ignored'
    : row.state === 'mapped' || row.state === 'new-field';
}
