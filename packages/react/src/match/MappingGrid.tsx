import { createContext, useContext } from 'react';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classes } from '../controls/classes.ts';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import type { MappingGridState, MappingRow } from './useMappingGrid.ts';

type DivProps = ComponentPropsWithoutRef<'div'>;

const Grid = createContext<MappingGridState | null>(null);
const Row = createContext<MappingRow | null>(null);

/** The unstyled parts of the match step; `useMappingGrid` gives what `Root` takes. */
export const MappingGrid: {
  readonly Root: typeof MappingGridRoot;
  readonly Row: typeof MappingGridRow;
  readonly Header: typeof MappingGridHeader;
  readonly Samples: typeof MappingGridSamples;
  readonly Guess: typeof MappingGridGuess;
} = {
  Root: MappingGridRoot,
  Row: MappingGridRow,
  Header: MappingGridHeader,
  Samples: MappingGridSamples,
  Guess: MappingGridGuess,
};

function MappingGridRoot({
  grid,
  className,
  ...rest
}: DivProps & { readonly grid: MappingGridState }): ReactElement {
  return (
    <Grid.Provider value={grid}>
      <div
        {...rest}
        className={classes('importera-mapping', className)}
        data-complete={grid.complete || undefined}
      />
    </Grid.Provider>
  );
}

function MappingGridRow({
  row,
  className,
  ...rest
}: DivProps & { readonly row: MappingRow }): ReactElement {
  const grid = useMappingGridContext();
  return (
    <Row.Provider value={row}>
      <div
        {...grid.getRowProps(row)}
        {...rest}
        className={classes('importera-mapping-row', className)}
      />
    </Row.Provider>
  );
}

/** The column's name in the file. */
function MappingGridHeader({ className, ...rest }: DivProps): ReactElement {
  const row = useMappingRow();
  return (
    <div {...rest} className={classes('importera-mapping-header', className)}>
      {row.column.label}
    </div>
  );
}

/** Some different values from the top of the column. */
function MappingGridSamples({ className, ...rest }: DivProps): ReactElement {
  const { messages } = useImporterScope();
  const { column } = useMappingRow();
  const text = column.samples.slice(0, 3).join(' · ');
  return (
    <div
      {...rest}
      className={classes('importera-mapping-samples', className)}
      data-empty={text === '' || undefined}
      title={text}
    >
      <span className="importera-visually-hidden">{messages.match.samples}: </span>
      {text || messages.match.noSamples}
    </div>
  );
}

/** Why the column goes where it goes, while it still goes where it was suggested to. */
function MappingGridGuess({
  className,
  ...rest
}: ComponentPropsWithoutRef<'span'>): ReactElement | null {
  const { messages } = useImporterScope();
  const { isGuess, suggestion } = useMappingRow();
  if (!isGuess || suggestion?.guess == null) return null;
  const { reason, score } = suggestion.guess;
  return (
    <span
      {...rest}
      className={classes('importera-mapping-guess', className)}
      data-sure={score >= 0.85 || undefined}
    >
      {messages.match.reasons[reason]}
      {score < 0.995 && ` · ${messages.match.score(score)}`}
    </span>
  );
}

/** The grid around a part of yours. Throws outside of `<MappingGrid.Root>`. */
export function useMappingGridContext(): MappingGridState {
  const grid = useContext(Grid);
  if (grid === null) throw new Error('MappingGrid parts belong inside <MappingGrid.Root>.');
  return grid;
}

/** The column whose row a part of yours is in. Throws outside of `<MappingGrid.Row>`. */
export function useMappingRow(): MappingRow {
  const row = useContext(Row);
  if (row === null) throw new Error('MappingGrid cells belong inside <MappingGrid.Row>.');
  return row;
}
