import type { Importer, ImporterEvent, ImporterOptions, Report, Step } from '@importera/engine';
import { useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { classes } from '../controls/classes.ts';
import { FileStep } from '../file/FileStep.tsx';
import type { FileDropOptions } from '../file/useFileDrop.ts';
import { ImporterProvider, useImporterScope } from '../importer/ImporterScope.tsx';
import type { ImporterScopeProps } from '../importer/ImporterScope.tsx';
import { useImporter } from '../importer/useImporter.ts';
import { useImporterState } from '../importer/useImporterState.ts';
import type { MappingGridOptions } from '../match/useMappingGrid.ts';
import { MatchStep } from '../match/MatchStep.tsx';
import { ImportStep } from '../progress/ImportStep.tsx';
import { ResultStep } from '../result/ResultStep.tsx';
import type { ResultStepProps } from '../result/ResultStep.tsx';
import { ReviewStep } from '../review/ReviewStep.tsx';
import { SettingsStep } from '../settings/SettingsStep.tsx';
import { TableStep } from '../table/TableStep.tsx';
import { ValuesStep } from '../values/ValuesStep.tsx';
import { ImportContext } from './ImportContext.tsx';
import { showTop } from './showTop.ts';
import { WizardFooter } from './WizardFooter.tsx';
import { WizardSteps } from './WizardSteps.tsx';

/** What happened that made the wizard tell its host. */
export interface ChangeDetails {
  readonly reason: ImporterEvent['type'];
}

/** How the wizard looks and whom it tells, whoever made its importer. */
export interface WizardViewProps
  extends Omit<ScopeOptions, 'importer'>, FileDropOptions, MappingGridOptions, ResultStepProps {
  readonly title?: ReactNode;
  /** Keeps the wizard's own height and lets its steps scroll, as in a dialog. */
  readonly fill?: boolean | undefined;
  /** The import goes on elsewhere when the page is closed; default: where the session can be come back to. */
  readonly canLeave?: boolean | undefined;
  /** Picks up this import: a draft of the store, or whatever the session keeps, running and finished ones too. */
  readonly draft?: string | undefined;
  readonly onStepChange?: ((step: Step, details: ChangeDetails) => void) | undefined;
  readonly onComplete?: ((report: Report, details: ChangeDetails) => void) | undefined;
  /** A file was opened as this import: what a host puts into its address, to come back to it. */
  readonly onOpened?: ((importId: string, details: ChangeDetails) => void) | undefined;
  /** The person is done with the result. */
  readonly onFinish?: (() => void) | undefined;
}

type ScopeOptions = ImporterScopeProps;

/** What `<ImportWizard>` takes: an importer of yours, or what one is made of. */
export type ImportWizardProps = WizardViewProps &
  ({ readonly importer: Importer } | ({ readonly importer?: undefined } & ImporterOptions));

/**
 * The whole import, from the file to the result, in place. Give a schema and an adapter, or an
 * importer of your own.
 * @example <ImportWizard schema={crm} adapter={adapter} onComplete={(report) => refresh(report)} />
 */
export function ImportWizard(props: ImportWizardProps): ReactElement {
  return props.importer === undefined ? (
    <OwnImporter {...props} />
  ) : (
    <WizardRoot {...props} importer={props.importer} />
  );
}

function OwnImporter(props: WizardViewProps & ImporterOptions): ReactElement {
  const importer = useImporter(props);
  return <WizardRoot {...props} importer={importer} />;
}

function WizardRoot(props: WizardViewProps & { readonly importer: Importer }): ReactElement {
  const { importer, locale, messages, theme, readOnly, className } = props;
  useHostCallbacks(importer, props);
  useDraft(importer, props.draft);
  return (
    <ImporterProvider {...{ importer, locale, messages, theme, readOnly, className }}>
      <WizardFrame {...props} />
    </ImporterProvider>
  );
}

function WizardFrame(props: WizardViewProps): ReactElement {
  const { locale, theme, className, messages } = useImporterScope();
  const step = useImporterState((state) => state.step);
  const part = useImporterState((state) => (state.step === 'match' ? (state.matchPart ?? 0) : 0));
  const root = useRef<HTMLDivElement>(null);
  useStepFocus(root, `${step} ${part}`);
  return (
    <div
      ref={root}
      className={classes('importera', className)}
      data-theme={theme}
      data-fill={props.fill || undefined}
      dir={locale.dir}
      lang={locale.code}
    >
      <section className="importera-wizard" data-step={step} aria-label={messages.wizard.title}>
        <header className="importera-header">
          {props.title && <p className="importera-title">{props.title}</p>}
          <WizardSteps />
          <ImportContext />
        </header>
        <div className="importera-body">
          <StepContent step={step} {...props} />
        </div>
        <WizardFooter onFinish={props.onFinish} />
      </section>
    </div>
  );
}

function StepContent(props: WizardViewProps & { readonly step: Step }): ReactElement {
  switch (props.step) {
    case 'file':
      return <FileStep {...pick(props, 'maxSize')} {...pick(props, 'onFile')} />;
    case 'table':
      return <TableStep />;
    case 'match':
      return <MatchStep {...pick(props, 'onMap')} />;
    case 'values':
      return <ValuesStep />;
    case 'settings':
      return <SettingsStep />;
    case 'review':
      return <ReviewStep />;
    case 'import':
      return <ImportStep canLeave={props.canLeave} />;
    case 'result':
      return <ResultStep renderLinks={props.renderLinks} onShowRecords={props.onShowRecords} />;
  }
}

/** A prop when it is there: an optional one that is undefined is something else. */
function pick<P extends object, K extends keyof P>(props: P, key: K): Pick<P, K> {
  return (props[key] === undefined ? {} : { [key]: props[key] }) as Pick<P, K>;
}

/** A new step is read out from its heading on, and keys work inside it at once. */
function useStepFocus(root: { readonly current: HTMLElement | null }, step: string): void {
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const frame = root.current;
    if (frame === null) return;
    frame.querySelector<HTMLElement>('[data-step-title]')?.focus({ preventScroll: true });
    frame.querySelector('.importera-body')?.scrollTo(0, 0);
    showTop(frame);
  }, [root, step]);
}

function useHostCallbacks(importer: Importer, props: WizardViewProps): void {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    let { step } = importer.getState();
    return importer.subscribe((state, event) => {
      const details = { reason: event.type };
      if (state.step !== step) latest.current.onStepChange?.(state.step, details);
      step = state.step;
      if (event.type === 'file-opened') latest.current.onOpened?.(state.importId, details);
      if (event.type === 'import-finished') latest.current.onComplete?.(event.report, details);
    });
  }, [importer]);
}

function useDraft(importer: Importer, draft: string | undefined): void {
  useEffect(() => {
    if (draft !== undefined && importer.getState().importId !== draft) {
      void importer.actions.restore(draft);
    }
  }, [importer, draft]);
}
