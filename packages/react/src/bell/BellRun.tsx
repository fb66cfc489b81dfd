import type { ListedImport } from '@importera/engine';
import type { ReactElement } from 'react';
import { RunProgress, RunStatus } from '../hub/RunningCard.tsx';
import { ProgressCount } from '../progress/ProgressFacts.tsx';

/** How an import goes that is under way. */
export function BellRun({ entry }: { readonly entry: ListedImport }): ReactElement {
  const { progress, rows } = entry;
  return (
    <>
      <RunProgress entry={entry} />
      <p className="importera-facts">
        <span>
          <RunStatus entry={entry} />
        </span>
        <ProgressCount progress={progress} rows={rows} />
      </p>
    </>
  );
}
