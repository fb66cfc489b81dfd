import type { ImportPermissions } from '@importera/engine';
import { useEffect, useRef, useState } from 'react';
import type { Localized } from '../../scenarios/Localized.ts';
import type { Person } from '../../scenarios/Person.ts';
import { useCompanySchema } from '../scenario/useCompanySchema.ts';
import { useScenario } from '../scenario/useScenario.ts';
import { goTo, usePlace } from '../router.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { Icon } from '../shell/Icon.tsx';
import { Page } from '../shell/Page.tsx';
import type { Theme } from '../shell/usePreferences.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import { useImportsHere } from './CompanyImports.ts';
import { ImportArea } from './ImportArea.tsx';
import { importPlace } from './importPlace.ts';

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
  return (
    <Page width="wide" heading={text.heading} intro={wizard?.intro[language]} hidden={!visible}>
      {refusal === null ? (
        <Importing {...props} />
      ) : (
        <div className="card refused">
          <Icon name="lock" />
          <h2>{text.refusedHeading}</h2>
          <p className="soft">{refusal[language]}</p>
        </div>
      )}
    </Page>
  );
}

function Importing({ person, theme, visible }: ImportPageProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { schema, error, reload } = useCompanySchema();
  // Fields may have been added in the settings meanwhile.
  useEffect(() => {
    if (visible) reload();
  }, [visible, reload]);
  // A file that is open keeps the fields it was opened with; what they are called follows the language.
  const { value: used, round } = useHeldWhile(isOpen, schema);
  const { asked, turn, ...turns } = useTurns(visible);
  const permissions = usePermissionsHere();
  if (error !== null) return <ErrorNote error={error} onRetry={reload} />;
  if (used === null || permissions === null) return null;
  return (
    <ImportArea
      key={`${round}/${turn}`}
      asked={asked}
      onLeave={turns.leave}
      onOpened={turns.opened}
      onClosed={turns.closed}
      schema={schema ?? used}
      user={person.name}
      permissions={permissions}
      theme={theme}
      onOpen={setIsOpen}
    />
  );
}

/** What of the import the person may do, so that nothing else is offered; the server refuses it anyway. */
function usePermissionsHere(): ImportPermissions | null {
  const { directory } = useImportsHere();
  const [permissions, setPermissions] = useState<ImportPermissions | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const take = (found: ImportPermissions): void => {
      if (isCurrent) setPermissions(found);
    };
    directory.permissions?.().then(take, () => take({}));
    return () => {
      isCurrent = false;
    };
  }, [directory]);
  return permissions;
}

interface Turns {
  /** The import to show: the address may name one, in a link of a mail, the bell or the hub. */
  readonly asked: string | undefined;
  readonly turn: number;
  /** Puts what is shown away. */
  readonly leave: () => void;
  /** A file became this import: the address names it from now on, so that a reload comes back to it. */
  readonly opened: (importId: string) => void;
  /** The file was put away, and its wizard takes another. */
  readonly closed: () => void;
}

/** Each import has an importer of its own: one that is left lets the server go on. */
function useTurns(visible: boolean): Turns {
  const { href } = useScenario();
  const named = usePlace().query.get('import') ?? undefined;
  const asked = visible ? named : undefined;
  const [shown, setShown] = useState({ asked, turn: 0 });
  // What this page named itself is on the screen already.
  const own = useRef<string | null>(null);
  if (asked !== undefined && asked !== shown.asked)
    setShown({ asked, turn: asked === own.current ? shown.turn : shown.turn + 1 });
  const forget = (turn: number): void => {
    own.current = null;
    goTo(href('/import'), { replace: true });
    setShown({ asked: undefined, turn });
  };
  return {
    ...shown,
    leave: () => forget(shown.turn + 1),
    opened(importId) {
      own.current = importId;
      goTo(href(importPlace(importId)), { replace: true });
    },
    closed: () => forget(shown.turn),
  };
}

function useHeldWhile<T>(hold: boolean, value: T): { readonly value: T; readonly round: number } {
  const [held, setHeld] = useState({ value, round: 0 });
  if (!hold && held.value !== value) setHeld({ value, round: held.round + 1 });
  return held;
}
