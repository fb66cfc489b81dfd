import type { CommitProgress } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { shareOf } from './shareOf.ts';

/** How far a running import is. */
export function ProgressBar(props: {
  readonly progress: CommitProgress;
  readonly label: string;
}): ReactElement {
  const { messages } = useScreen();
  const { number } = useFormats();
  const { progress, label } = props;
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
