import {
  missingContexts,
  type Importer,
  type ImportPermissions,
  type Schema,
  type Setting,
} from '@importera/engine';
import { ImportHub, ImportWizard, useImporter } from '@importera/react';
import { sv } from '@importera/react/locales/sv';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { goTo } from '../router.ts';
import { useScenario } from '../scenario/useScenario.ts';
import type { Theme } from '../shell/usePreferences.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import { useImportsHere } from './CompanyImports.ts';
import { importerOptions } from './importerOptions.ts';
import { importPlace } from './importPlace.ts';
import { importsOf } from './importsOf.ts';
import { recordsOf } from './recordsOf.ts';
import { SampleFiles } from './SampleFiles.tsx';

export interface ImportAreaProps {
  readonly schema: Schema;
  readonly user: string;
  readonly permissions: ImportPermissions;
  readonly theme: Theme;
  /** The import to pick up. */
  readonly asked: string | undefined;
  /** A file was opened, or put away again. */
  readonly onOpen: (isOpen: boolean) => void;
  /** What is shown is put away. */
  readonly onLeave: () => void;
  /** A file became this import. */
  readonly onOpened: (importId: string) => void;
  /** The wizard is ready for another file. */
  readonly onClosed: () => void;
}

/** The wizard in the page, and under it, while no file is open, sample files and all imports. */
export function ImportArea(props: ImportAreaProps) {
  const { schema, user, permissions, theme, asked, onOpen, onLeave, onClosed } = props;
  const language = useLanguage();
  const { path, href, wizard, listOf } = useScenario();
  const [options] = useState(() =>
    importerOptions(schema, {
      user,
      permissions,
      access: importsOf(path, language),
      exports: wizard?.exports === true,
    }),
  );
  const importer = useImporter({ ...options, schema });
  const isOpen = useIsOpen(importer);
  const waitsFor = useWaitsFor(importer);
  useEffect(() => onOpen(isOpen), [isOpen, onOpen]);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) onClosed();
    wasOpen.current = isOpen;
  }, [isOpen, onClosed]);
  return (
    <>
      {isOpen && <CloseFile importer={importer} onClose={onLeave} />}
      {/* #region wizard */}
      <ImportWizard
        importer={importer}
        theme={theme}
        canLeave
        draft={asked}
        {...wizard?.props}
        {...(language === 'sv' && { locale: sv })}
        onShowRecords={(entity) => {
          const list = listOf(entity);
          if (list) goTo(href(recordsOf(list, importIdOf(importer))));
        }}
        onOpened={props.onOpened}
        onFinish={onLeave}
      />
      {/* #endregion */}
      {!isOpen && (
        <div className="overview">
          <SampleFiles
            waitsFor={waitsFor === null ? null : (schema.settings?.[waitsFor]?.label ?? waitsFor)}
            onOpen={(file) => void importer.actions.openFile(file)}
          />
          <Hub theme={theme} />
        </div>
      )}
    </>
  );
}

/** Running imports, drafts, finished ones (FX5). */
function Hub({ theme }: { readonly theme: Theme }) {
  const { import: text } = useTexts();
  const language = useLanguage();
  const { href } = useScenario();
  const { directory, schemas } = useImportsHere();
  // The template stands beside the file zone already.
  const listed = useMemo(() => {
    const { template: _template, ...rest } = directory;
    return rest;
  }, [directory]);
  return (
    <ImportHub
      directory={listed}
      schemas={schemas}
      title={text.hub}
      theme={theme}
      {...(language === 'sv' && { locale: sv })}
      onOpen={({ id }) => goTo(href(importPlace(id)))}
    />
  );
}

/** Puts the file away, at any step; what was decided stays as a draft, what runs goes on. */
function CloseFile({
  importer,
  onClose,
}: {
  readonly importer: Importer;
  readonly onClose: () => void;
}) {
  const { import: text } = useTexts();
  const step = useSyncExternalStore(importer.subscribe, () => importer.getState().step);
  if (step === 'file' || step === 'result') return null;
  return (
    <p className="close-file">
      <button type="button" className="button" onClick={onClose}>
        {step === 'import' ? text.leave : text.closeFile}
      </button>
    </p>
  );
}

/** The server names imports: the report says how. */
function importIdOf(importer: Importer): string {
  const state = importer.getState();
  return state.step === 'result' ? state.report.importId : (state.importId ?? '');
}

/** What is to be chosen before the file and is not. Where there is one thing to choose, it is chosen. */
function useWaitsFor(importer: Importer): string | null {
  const missing = useSyncExternalStore(
    importer.subscribe,
    () => missingContexts(importer.getState(), importer.schema)[0] ?? null,
  );
  const only = missing === null ? null : onlyOption(importer.schema.settings?.[missing]);
  useEffect(() => {
    if (missing === null || only === null) return;
    importer.dispatch({ type: 'setting-changed', key: missing, value: only });
  }, [importer, missing, only]);
  return missing;
}

/** The options are those that the person may use. */
function onlyOption(setting: Setting | undefined): string | null {
  const options = setting !== undefined && 'options' in setting ? setting.options : undefined;
  const [first, second] = options ?? [];
  if (first === undefined || second !== undefined) return null;
  return typeof first === 'string' ? first : first.value;
}

function useIsOpen(importer: Importer): boolean {
  return useSyncExternalStore(importer.subscribe, () => {
    const state = importer.getState();
    return state.step !== 'file' || state.previous !== null || state.status === 'opening';
  });
}
