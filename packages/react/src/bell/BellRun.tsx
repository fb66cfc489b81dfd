import type { ListedImport } from '@importera/engine';
import type { ReactElement } from 'react';
import { useScreen } from '../appearance/ScreenScope.tsx';
import { RunProgress } from '../hub/RunningCard.tsx';
import { ProgressCount } from '../progress/ProgressFacts.tsx';

/** How an import goes that is under way. */
export function BellRun({ entry }: { readonly entry: ListedImport }): ReactElement {
  const { messages } = useScreen();
  const { progress, status, rows } = entry;
  return (
    <>
      <RunProgress entry={entry} />
      <p className="importera-facts">
        <span>{messages.hub.statuses[status]}</span>
        <ProgressCount progress={progress} rows={rows} />
      </p>
    </>
  );
}
