import type { Importer, Schema } from '@importera/engine';
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { ScreenProvider, useScreen } from '../appearance/ScreenScope.tsx';
import type { ScreenScope, ScreenScopeProps } from '../appearance/ScreenScope.tsx';
import type { ToldIssue } from '../appearance/ToldIssue.ts';
import { fieldOf } from '../match/fieldNames.ts';

/** What `<ImporterProvider>` takes. */
export interface ImporterScopeProps extends ScreenScopeProps {
  readonly importer: Importer;
}

/** What parts find above them: the importer, texts, language and theme. */
export interface ImporterScope extends ScreenScope {
  readonly importer: Importer;
}

const Scope = createContext<ImporterScope | null>(null);

/** Gives every part below it the importer, the language and the theme. */
export function ImporterProvider(
  props: ImporterScopeProps & { readonly children: ReactNode },
): ReactElement {
  const { importer, children, ...screen } = props;
  return (
    <ScreenProvider {...screen}>
      <ScopeProvider importer={importer}>{children}</ScopeProvider>
    </ScreenProvider>
  );
}

function ScopeProvider(props: {
  readonly importer: Importer;
  readonly children: ReactNode;
}): ReactElement {
  const { importer, children } = props;
  const screen = useScreen();
  // The schema comes in another language, or as another kind sees it, while an import is open: then everything is told anew.
  const schema = useSyncExternalStore(
    importer.subscribe,
    () => importer.schema,
    () => importer.schema,
  );
  const scope = useMemo(
    () => ({
      ...screen,
      importer,
      formatIssue: (issue: ToldIssue) =>
        screen.formatIssue(asOfNow(importer, inWordsOf(schema, issue))),
    }),
    [screen, importer, schema],
  );
  return <Scope.Provider value={scope}>{children}</Scope.Provider>;
}

/** Issues come from where the rows are read, a server say, whose schema may be in another language: the one here names fields. */
function inWordsOf(schema: Schema, issue: ToldIssue): ToldIssue {
  const { entity, field, params } = issue;
  if (!Object.hasOwn(params, 'label') || entity == null || field == null) return issue;
  const label = fieldOf(schema, { entity, field })?.label;
  return label === undefined ? issue : { ...issue, params: { ...params, label } };
}

/** Once the import has begun its steps are closed: what would send a person back to them says what can still be done. */
function asOfNow(importer: Importer, issue: ToldIssue): ToldIssue {
  const { step } = importer.getState();
  return step === 'import' || step === 'result'
    ? { ...issue, params: { ...issue.params, late: true } }
    : issue;
}

/** What the nearest `ImporterProvider` gave. */
export function useImporterScope(): ImporterScope {
  const scope = useContext(Scope);
  if (scope === null) {
    throw new Error(
      'Parts of Importera need an <ImporterProvider> (or <ImportWizard>) above them.',
    );
  }
  return scope;
}
