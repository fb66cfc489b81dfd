import { formatError } from '@importera/engine';
import type { ImportGroup, ListedImport, Schema } from '@importera/engine';
import { useId, useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { ScreenProvider, useScreen } from '../appearance/ScreenScope.tsx';
import type { ScreenScopeProps } from '../appearance/ScreenScope.tsx';
import { Button } from '../controls/Button.tsx';
import { classes } from '../controls/classes.ts';
import { Notice } from '../controls/Notice.tsx';
import { PermissionNotice } from '../permissions/PermissionNotice.tsx';
import { HubConfirm } from './HubConfirm.tsx';
import type { HubQuestion } from './HubConfirm.tsx';
import { HubContext, useHubScope } from './HubScope.tsx';
import type { HubScope } from './HubScope.tsx';
import { HubRow } from './HubRow.tsx';
import { HubEmpty } from './HubEmpty.tsx';
import { RunningCard } from './RunningCard.tsx';
import { TemplateMenu } from './TemplateMenu.tsx';
import { useImportHub } from './useImportHub.ts';
import type { ImportHubOptions, ImportHubState } from './useImportHub.ts';
import { useFileName } from './useFileName.ts';

/** What `<ImportHub>` takes. What has no callback is not offered. */
export interface ImportHubProps extends ImportHubOptions, ScreenScopeProps {
  /** The schemas of the imports, for the names of what was imported. */
  readonly schemas: readonly Schema[];
  /** Stands at the top; default: *Imports*. */
  readonly title?: ReactNode;
  /** Somebody wants to import a file; without it there is no such button. */
  readonly onNew?: (() => void) | undefined;
  /** Somebody wants to see an import: a draft, a running one, or a result. */
  readonly onOpen?:
    | ((entry: ListedImport, details: { readonly reason: string }) => void)
    | undefined;
}

/**
 * The page around imports: start one, follow those that run, pick up drafts, look at results, undo.
 * @example <ImportHub directory={serverImports({ url })} schemas={[crm]} onNew={…} onOpen={({ id }) => …} />
 */
export function ImportHub(props: ImportHubProps): ReactElement {
  const { locale, messages, theme, readOnly, className } = props;
  return (
    <ScreenProvider {...{ locale, messages, theme, readOnly, className }}>
      <HubRoot {...props} />
    </ScreenProvider>
  );
}

function HubRoot(props: ImportHubProps): ReactElement {
  const { locale, theme, className } = useScreen();
  const { schemas, onOpen } = props;
  const hub = useImportHub(props);
  const [question, setQuestion] = useState<HubQuestion | null>(null);
  const scope = useMemo(
    (): HubScope => ({
      hub,
      schemas,
      onOpen,
      confirm: (what, entry) => setQuestion({ what, entry }),
    }),
    [hub, schemas, onOpen],
  );
  return (
    <HubContext.Provider value={scope}>
      <div
        className={classes('importera importera-hub', className)}
        data-theme={theme}
        dir={locale.dir}
        lang={locale.code}
      >
        <HubHead {...props} />
        <HubNotices />
        <HubLists onNew={props.onNew} />
        <HubConfirm question={question} onClose={() => setQuestion(null)} />
      </div>
    </HubContext.Provider>
  );
}

function HubHead({ title, onNew }: ImportHubProps): ReactElement {
  const { messages, readOnly } = useScreen();
  const { hub } = useHubScope();
  const text = messages.hub;
  return (
    <header className="importera-hub-head">
      <h2 className="importera-step-title">{title ?? text.heading}</h2>
      <div className="importera-button-row">
        {hub.template && <TemplateMenu />}
        {onNew && !readOnly && (
          <Button variant="primary" icon="plus" disabled={hub.mayImport !== true} onClick={onNew}>
            {text.new}
          </Button>
        )}
      </div>
    </header>
  );
}

function HubNotices(): ReactElement {
  const { messages, readOnly } = useScreen();
  const { hub, schemas } = useHubScope();
  return (
    <>
      {readOnly && <Notice tone="info">{messages.hub.readOnly}</Notice>}
      {!readOnly && hub.permissions && (
        <PermissionNotice permissions={hub.permissions} schemas={schemas} />
      )}
      {hub.failure && <FailureNotice failure={hub.failure} />}
    </>
  );
}

function FailureNotice(props: {
  readonly failure: NonNullable<ImportHubState['failure']>;
}): ReactElement {
  const { messages, locale } = useScreen();
  const { import: entry, error, isLate, dismiss } = props.failure;
  const name = useFileName(entry ?? { fileName: '' });
  const title = entry === null ? messages.errors.heading : messages.hub.actionFailed(name);
  return (
    <Notice
      tone={isLate ? 'info' : 'danger'}
      role={isLate ? 'status' : 'alert'}
      title={isLate ? messages.hub.late(name) : title}
      actions={
        <Button size="small" variant="quiet" onClick={dismiss}>
          {messages.actions.dismiss}
        </Button>
      }
    >
      {!isLate && formatError(error, locale.issueTexts)}
    </Notice>
  );
}

function HubLists({ onNew }: Pick<ImportHubProps, 'onNew'>): ReactElement {
  const { messages } = useScreen();
  const { hub } = useHubScope();
  const { running, draft, finished } = hub.groups;
  const all = [running, draft, finished];
  if (all.every(({ status, imports }) => status === 'ready' && imports.length === 0)) {
    return <HubEmpty onNew={onNew} />;
  }
  return (
    <>
      <HubSection group="running" title={messages.hub.running} />
      <HubSection group="draft" title={messages.hub.drafts} intro={messages.hub.draftsIntro} />
      <HubSection group="finished" title={messages.hub.finished} />
    </>
  );
}

function HubSection(props: {
  readonly group: ImportGroup;
  readonly title: string;
  readonly intro?: string;
}): ReactElement | null {
  const { messages } = useScreen();
  const { hub } = useHubScope();
  const { group, title, intro } = props;
  const { status, imports, hasMore } = hub.groups[group];
  const id = useId();
  const isQuiet = status === 'ready' && imports.length === 0;
  if (isQuiet || (status === 'loading' && group !== 'finished')) return null;
  return (
    <section className="importera-hub-section" aria-labelledby={id}>
      <div className="importera-hub-section-head">
        <h3 className="importera-hub-title" id={id}>
          {title}
        </h3>
        {intro && status === 'ready' && <p className="importera-hint">{intro}</p>}
      </div>
      {status === 'loading' && <HubLoading />}
      {status === 'failed' && <HubFailed group={group} />}
      {status === 'ready' && <HubItems group={group} imports={imports} />}
      {status === 'ready' && hasMore && (
        <div>
          <Button size="small" onClick={() => hub.more(group)}>
            {messages.hub.more}
          </Button>
        </div>
      )}
    </section>
  );
}

function HubItems(props: {
  readonly group: ImportGroup;
  readonly imports: readonly ListedImport[];
}): ReactElement {
  const { group, imports } = props;
  return group === 'running' ? (
    <ul className="importera-hub-cards">
      {imports.map((entry) => (
        <RunningCard key={entry.id} entry={entry} />
      ))}
    </ul>
  ) : (
    <ul className="importera-hub-rows" data-group={group}>
      {imports.map((entry) => (
        <HubRow key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

function HubLoading(): ReactElement {
  const { messages } = useScreen();
  return (
    <div className="importera-hub-rows importera-hub-loading" role="status">
      <span className="importera-visually-hidden">{messages.hub.loading}</span>
      {[0, 1, 2].map((line) => (
        <div key={line} className="importera-hub-row" aria-hidden="true">
          <span className="importera-hub-bone" />
        </div>
      ))}
    </div>
  );
}

function HubFailed({ group }: { readonly group: ImportGroup }): ReactElement {
  const { messages, locale } = useScreen();
  const { hub } = useHubScope();
  const { error } = hub.groups[group];
  return (
    <Notice
      tone="danger"
      role="alert"
      title={messages.hub.failed}
      actions={
        <Button size="small" onClick={() => hub.retry(group)}>
          {messages.hub.retry}
        </Button>
      }
    >
      {error && formatError(error, locale.issueTexts)}
    </Notice>
  );
}
