import type { Importer, Schema } from '@importera/engine';
import { ImportWizard, useImporter } from '@importera/react';
import { sv } from '@importera/react/locales/sv';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { goTo } from '../router.ts';
import type { Theme } from '../shell/usePreferences.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import { DraftList } from './DraftList.tsx';
import { FinishedList } from './FinishedList.tsx';
import { useScenario } from '../scenario/useScenario.ts';
import { importerOptions } from './importerOptions.ts';
import { importsOf } from './importsOf.ts';
import { recordsOf } from './recordsOf.ts';
import { SampleFiles } from './SampleFiles.tsx';
import { useImports } from './useImports.ts';
import type { Imports } from './useImports.ts';

export interface ImportAreaProps {
  readonly schema: Schema;
  readonly user: string;
  readonly theme: Theme;
  readonly visible: boolean;
  /** A file was opened, or put away again. */
  readonly onOpen: (isOpen: boolean) => void;
}

/** The wizard in the page, and under it, while no file is open, what can be picked up or looked at again. */
export function ImportArea({ schema, user, theme, visible, onOpen }: ImportAreaProps) {
  const language = useLanguage();
  const { path, href, wizard, listOf } = useScenario();
  const [options] = useState(() =>
    importerOptions(schema, { user, access: importsOf(path, language) }),
  );
  const importer = useImporter(options);
  const isOpen = useIsOpen(importer);
  useEffect(() => onOpen(isOpen), [isOpen, onOpen]);
  useLeaveWarning(importer);
  const canClose = useCanClose(importer);
  const imports = useImports(importer, visible && !isOpen);
  return (
    <>
      {canClose && <CloseFile importer={importer} />}
      {!isOpen && <Unfinished importer={importer} imports={imports} />}
      <ImportWizard
        importer={importer}
        theme={theme}
        {...wizard?.props}
        {...(language === 'sv' && { locale: sv })}
        onShowRecords={(entity) => goTo(href(recordsOf(listOf(entity), importIdOf(importer))))}
        onFinish={() => importer.actions.reset()}
      />
      {!isOpen && <Overview importer={importer} imports={imports} />}
    </>
  );
}

/** Puts the file away, at any step before writing; what was decided stays as a draft. */
function CloseFile({ importer }: { readonly importer: Importer }) {
  const { import: text } = useTexts();
  return (
    <p className="close-file">
      <button type="button" className="button" onClick={() => importer.actions.reset()}>
        {text.closeFile}
      </button>
    </p>
  );
}

interface OverviewProps {
  readonly importer: Importer;
  readonly imports: Imports;
}

/** What was left half-way last is offered before anything else. */
function Unfinished({ importer, imports }: OverviewProps) {
  const { import: text } = useTexts();
  const draft = imports.drafts[0];
  if (draft === undefined) return null;
  return (
    <div className="note" data-tone="info">
      <p>{text.unfinished}</p>
      <button
        type="button"
        className="button"
        onClick={() => void importer.actions.restore(draft.id)}
      >
        {text.continueDraft(draft.fileName)}
      </button>
    </div>
  );
}

function Overview({ importer, imports }: OverviewProps) {
  return (
    <div className="overview">
      <SampleFiles onOpen={(file) => void importer.actions.openFile(file)} />
      <DraftList
        drafts={imports.drafts}
        onContinue={(id) => void importer.actions.restore(id)}
        onRemove={(id) => void imports.remove(id)}
      />
      <FinishedList imports={imports.finished} schema={importer.schema} />
    </div>
  );
}

/** The server names imports: the report says how. */
function importIdOf(importer: Importer): string {
  const state = importer.getState();
  return state.step === 'result' ? state.report.importId : (state.importId ?? '');
}

function useIsOpen(importer: Importer): boolean {
  return useSyncExternalStore(importer.subscribe, () => {
    const state = importer.getState();
    return state.step !== 'file' || state.previous !== null || state.status === 'opening';
  });
}

function useCanClose(importer: Importer): boolean {
  return useSyncExternalStore(importer.subscribe, () => {
    const { step } = importer.getState();
    return step !== 'file' && step !== 'import' && step !== 'result';
  });
}

/** Closing the tab in the middle of writing deserves a question. */
function useLeaveWarning(importer: Importer): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (importer.getState().step === 'import') event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [importer]);
}
