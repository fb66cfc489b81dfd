import { useEffect, useState } from 'react';
import type { Localized } from '../../scenarios/Localized.ts';
import type { Person } from '../../scenarios/Person.ts';
import { useCompanySchema } from '../scenario/useCompanySchema.ts';
import { useScenario } from '../scenario/useScenario.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { Icon } from '../shell/Icon.tsx';
import type { Theme } from '../shell/usePreferences.ts';
import { useTitle } from '../shell/useTitle.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import { ImportArea } from './ImportArea.tsx';

export interface ImportPageProps {
  readonly person: Person;
  /** Why the person may not import; null if they may. */
  readonly refusal: Localized | null;
  readonly theme: Theme;
  /** The page stays alive while the person looks elsewhere, so that an import goes on. */
  readonly visible: boolean;
}

export function ImportPage(props: ImportPageProps) {
  const { refusal, visible } = props;
  const language = useLanguage();
  const { wizard } = useScenario();
  const { import: text } = useTexts();
  useTitle(visible ? text.heading : null);
  return (
    <div className="page wide">
      <header className="page-head">
        <div>
          <h1>{text.heading}</h1>
          <p className="soft">{wizard?.intro[language]}</p>
        </div>
      </header>
      {refusal === null ? (
        <Importing {...props} />
      ) : (
        <div className="card refused">
          <Icon name="lock" />
          <h2>{text.refusedHeading}</h2>
          <p className="soft">{refusal[language]}</p>
        </div>
      )}
    </div>
  );
}

function Importing({ person, theme, visible }: ImportPageProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { schema, error, reload } = useCompanySchema();
  // Fields may have been added in the settings meanwhile.
  useEffect(() => {
    if (visible) reload();
  }, [visible, reload]);
  // A file that is open keeps the fields and the language it was opened with.
  const { value: used, round } = useHeldWhile(isOpen, schema);
  if (error !== null) return <ErrorNote error={error} onRetry={reload} />;
  if (used === null) return null;
  return (
    <ImportArea key={round} schema={used} user={person.name} theme={theme} onOpen={setIsOpen} />
  );
}

function useHeldWhile<T>(hold: boolean, value: T): { readonly value: T; readonly round: number } {
  const [held, setHeld] = useState({ value, round: 0 });
  if (!hold && held.value !== value) setHeld({ value, round: held.round + 1 });
  return held;
}
