import type { CommitProgress } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { hasBegun } from './hasBegun.ts';

/** Rows done; before that is known, the rows there are. */
export function ProgressCount(props: {
  readonly progress: CommitProgress | null;
  readonly rows?: number | null;
}): ReactElement | null {
  const { messages } = useScreen();
  const { number } = useFormats();
  const { progress, rows = progress?.rowsTotal ?? null } = props;
  if (!hasBegun(progress)) return rows === null ? null : <span>{messages.hub.rows(rows)}</span>;
  const { rowsDone, rowsTotal } = progress;
  return <span>{messages.import.progress(number(rowsDone), number(rowsTotal))}</span>;
}

/** How fast an import goes, and how long it still takes: nothing while that can not be told. */
export function ProgressPace({ progress }: { readonly progress: CommitProgress }): ReactElement {
  const text = useScreen().messages.import;
  const { number, duration } = useFormats();
  const { rowsDone, rowsTotal, rate } = progress;
  if (rate <= 0) return <></>;
  const seconds = (rowsTotal - rowsDone) / rate;
  return (
    <>
      <span>{text.rate(number(Math.round(rate)))}</span>
      <span>{seconds < 2 ? text.almostDone : text.timeLeft(duration(seconds))}</span>
    </>
  );
}
