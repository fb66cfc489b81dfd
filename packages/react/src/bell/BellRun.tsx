import type { ListedImport } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { RunProgress } from '../hub/RunningCard.tsx';
import { formatNumber } from '../locales/format.ts';
import type { BellLinks } from './ImportBell.tsx';
import { BellName } from './BellName.tsx';

/** An import that is under way. */
export function BellRun(props: {
  readonly entry: ListedImport;
  readonly onOpen: BellLinks['onOpen'];
}): ReactElement {
  const { messages, locale } = useScreen();
  const { entry, onOpen } = props;
  const { progress, status, rows } = entry;
  const number = (value: number): string => formatNumber(value, locale.code);
  return (
    <li className="importera-bell-item" data-status={status}>
      <BellName entry={entry} onOpen={onOpen} />
      <RunProgress entry={entry} />
      <p className="importera-facts">
        <span>{messages.hub.statuses[status]}</span>
        {progress ? (
          <span>
            {messages.import.progress(number(progress.rowsDone), number(progress.rowsTotal))}
          </span>
        ) : (
          rows !== null && <span>{messages.hub.rows(rows)}</span>
        )}
      </p>
    </li>
  );
}
