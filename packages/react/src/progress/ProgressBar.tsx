import type { CommitProgress } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { hasBegun } from './hasBegun.ts';
import { shareOf } from './shareOf.ts';

/** How far a running import is; before its first row, only that something happens, or rests. */
export function ProgressBar(props: {
  readonly progress: CommitProgress | null;
  readonly label: string;
  /** It waits, or was paused. */
  readonly isStill: boolean;
}): ReactElement {
  const { messages } = useScreen();
  const { number } = useFormats();
  const { progress, label, isStill } = props;
  if (!hasBegun(progress)) {
    return (
      <div
        className="importera-bar importera-hub-bar"
        data-indeterminate={isStill ? undefined : ''}
        aria-hidden="true"
      />
    );
  }
  const { rowsDone, rowsTotal } = progress;
  return (
    <div
      className="importera-bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(1, rowsTotal)}
      aria-valuenow={rowsDone}
      aria-valuetext={messages.import.progress(number(rowsDone), number(rowsTotal))}
    >
      <span className="importera-bar-fill" style={{ inlineSize: `${shareOf(progress) * 100}%` }} />
    </div>
  );
}
