import type { Report, UndoReport } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { useFormats } from '../locales/useFormats.ts';
import { recordsIn } from './recordsIn.ts';

/** What undo did or would do, in numbers: removed, put back, kept, not possible. */
export function UndoCounts(props: {
  readonly undo: UndoReport;
  /** What the import had done, which tells new records from changed ones. */
  readonly report: Report | null;
}): ReactElement {
  const text = useScreen().messages.undo;
  const { number } = useFormats();
  const { reversed, kept, failed } = props.undo;
  const removed = recordsIn(props.report?.created);
  const restored = recordsIn(props.report?.updated);
  // Of those that are kept, nobody says whether they were new.
  const isWhole = removed + restored === reversed;
  const counts = [
    { key: 'removed', count: isWhole ? removed : 0, tone: 'create' },
    { key: 'restored', count: isWhole ? restored : 0, tone: 'update' },
    { key: 'reversed', count: isWhole ? 0 : reversed, tone: 'create' },
    { key: 'kept', count: kept, tone: 'unchanged' },
    { key: 'failed', count: failed, tone: 'reject' },
  ] as const;
  return (
    <dl className="importera-undo-counts">
      {counts
        .filter(({ key, count }) => count > 0 || key === 'kept')
        .map(({ key, count, tone }) => (
          <div key={key} data-tone={count > 0 ? tone : undefined}>
            <dt>
              {text.counts[key]} <span className="importera-hint">{text.countsHelp[key]}</span>
            </dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
    </dl>
  );
}
