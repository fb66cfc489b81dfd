import { Button, formatsOf, Notice } from '@importera/react/controls';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { SyncRun } from '../server/SyncRun.ts';
import { useSyncScope } from './SyncScope.tsx';

const FEW = 5;

/** What the last runs did, and the button for one more. */
export function RunList(): ReactElement | null {
  const { screen, texts, Heading } = useSyncScope();
  const [shown, setShown] = useState(FEW);
  const { state, told } = screen;
  if (state?.settings == null) return null;
  const active = state.runs.some(({ finishedAt }) => finishedAt === null);
  const off = state.settings.source === 'none';
  return (
    <section className="importera-panel importera-sync-history">
      <div className="importera-panel-head">
        <Heading className="importera-sync-heading">{texts.runs}</Heading>
        {state.may.run && !off && (
          <Button
            size="small"
            disabled={active || screen.busy !== null}
            onClick={() => void screen.run()}
          >
            {texts.runNow}
          </Button>
        )}
      </div>
      {told?.what === 'run-failed' && (
        <Notice tone="danger" role="alert" title={texts.runFailed}>
          {told.message}
        </Notice>
      )}
      {state.runs.length === 0 && <p className="importera-hint">{texts.noRuns}</p>}
      <ol className="importera-sync-runs">
        {state.runs.slice(0, shown).map((run) => (
          <Run key={run.id} run={run} />
        ))}
      </ol>
      {state.runs.length > shown && (
        <Button size="small" onClick={() => setShown(shown + 20)}>
          {texts.more(Math.min(20, state.runs.length - shown))}
        </Button>
      )}
    </section>
  );
}

function Run({ run }: { readonly run: SyncRun }): ReactElement {
  const { texts, locale, nameOf } = useSyncScope();
  const when = run.finishedAt ?? run.startedAt ?? run.createdAt;
  const name = run.user === null ? texts.someone : nameOf(run.user);
  const reason =
    run.reason === 'schedule' ? texts.reasons.schedule : texts.reasons[run.reason](name);
  return (
    <li className="importera-sync-run" data-status={run.status}>
      <span className="importera-sync-mark">{texts.runStatus[run.status]}</span>
      <div>
        <p className="importera-sync-did">{didText(run, texts)}</p>
        <p className="importera-hint">
          <time dateTime={when}>{formatsOf(locale.code).when(when)}</time> · {reason}
          {run.attempts > 1 && ` · ${texts.takenUp}`}
        </p>
        {run.error !== null && (
          <p className="importera-error-text">{`${run.error} ${texts.goesOn}`}</p>
        )}
        {run.rejectedCount > 0 && <Rejected run={run} />}
      </div>
    </li>
  );
}

function Rejected({ run }: { readonly run: SyncRun }): ReactElement {
  const { texts } = useSyncScope();
  return (
    <details className="importera-sync-rejected">
      <summary>{texts.rejected(run.rejectedCount)}</summary>
      <ul>
        {run.rejected.map(({ from, entity, issues }) => (
          <li key={`${entity} ${from}`}>
            {from}: {issues.map(({ params, code }) => String(params['message'] ?? code)).join(' ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

type Texts = ReturnType<typeof useSyncScope>['texts'];

/** What a run wrote, in the words of the preview. */
function didText({ counts, settings, status }: SyncRun, texts: Texts): string {
  const { deal, document, product } = counts;
  const kind = settings?.source === 'orders' ? 'order' : 'invoice';
  const all = [
    deal.created > 0 && texts.create.deal(deal.created),
    deal.updated > 0 && texts.update.deal(deal.updated),
    document.created > 0 && texts.create[kind](document.created),
    product.created > 0 && texts.create.product(product.created),
    product.updated > 0 && texts.update.product(product.updated),
  ].filter((text) => text !== false);
  if (all.length > 0) return all.join(', ');
  return status === 'completed' ? texts.runNothing : texts.runStatus[status];
}
