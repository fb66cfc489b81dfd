import { useState } from 'react';
import { api } from '../../src/api.ts';
import { momentText } from '../../src/mails/momentText.ts';
import { useScenario } from '../../src/scenario/useScenario.ts';
import { ErrorNote } from '../../src/shell/ErrorNote.tsx';
import { Page } from '../../src/shell/Page.tsx';
import { useLanguage } from '../../src/texts/useTexts.ts';
import { useApi } from '../../src/useApi.ts';
import type { Person } from '../Person.ts';
import type { Invitee } from './invitations.ts';
import { mayInvite } from './permissions.ts';
import { texts } from './texts.ts';

/** Inviting customers is an act of its own: the import never does it (AP13). */
export function InvitationsPage({ person }: { readonly person: Person }) {
  const text = texts[useLanguage()];
  const { data, error, reload } = useApi<readonly Invitee[]>('/own/invitations');
  return (
    <Page width="narrow" heading={text.heading} intro={text.intro}>
      {error && <ErrorNote error={error} onRetry={reload} />}
      {data && <Waiting invitees={data} person={person} onInvited={reload} />}
      {data && <Sent invitees={data} />}
    </Page>
  );
}

interface WaitingProps {
  readonly invitees: readonly Invitee[];
  readonly person: Person;
  readonly onInvited: () => void;
}

function Waiting({ invitees, person, onInvited }: WaitingProps) {
  const text = texts[useLanguage()];
  const { href } = useScenario();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<Error | null>(null);
  const waiting = invitees.filter(({ invitation }) => invitation === null);
  const mine = waiting.filter(({ project }) => mayInvite(person, project));

  async function invite(): Promise<void> {
    try {
      await api(href('/own/invitations'), { method: 'POST', body: { customers: [...chosen] } });
      setChosen(new Set());
      setError(null);
      onInvited();
    } catch (cause) {
      setError(cause as Error);
    }
  }

  function choose(ids: readonly string[], on: boolean): void {
    const others = [...chosen].filter((id) => !ids.includes(id));
    setChosen(new Set(on ? [...others, ...ids] : others));
  }

  return (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting">{text.waiting}</h2>
      {waiting.length === 0 && <p className="empty soft">{text.nobody}</p>}
      {waiting.length > 0 && mine.length === 0 && <p className="soft">{text.notYours}</p>}
      {mine.length > 1 && (
        <label className="check">
          <input
            type="checkbox"
            checked={mine.every(({ id }) => chosen.has(id))}
            onChange={(event) =>
              choose(
                mine.map(({ id }) => id),
                event.currentTarget.checked,
              )
            }
          />
          <span>{text.all}</span>
        </label>
      )}
      <ul className="card checks">
        {waiting.map((customer) => (
          <li key={customer.id}>
            <label className="check">
              <input
                type="checkbox"
                aria-label={text.choose(customer.name)}
                disabled={!mine.includes(customer)}
                checked={chosen.has(customer.id)}
                onChange={(event) => choose([customer.id], event.currentTarget.checked)}
              />
              <span className="check-text">
                <strong>{customer.name}</strong>
                <span className="soft">{customer.email}</span>
              </span>
              <span className="tag">{customer.project}</span>
            </label>
          </li>
        ))}
      </ul>
      {error && <ErrorNote error={error} />}
      {mine.length > 0 && (
        <p className="checks-foot">
          <button
            type="button"
            className="button primary"
            disabled={chosen.size === 0}
            onClick={() => void invite()}
          >
            {text.invite(chosen.size)}
          </button>
        </p>
      )}
    </section>
  );
}

function Sent({ invitees }: Pick<WaitingProps, 'invitees'>) {
  const language = useLanguage();
  const text = texts[language];
  const sent = invitees.filter(({ invitation }) => invitation !== null);
  return (
    <section className="section" aria-labelledby="sent">
      <h2 id="sent">{text.sent}</h2>
      {sent.length === 0 && <p className="soft">{text.none}</p>}
      <ul className="mails" aria-labelledby="sent">
        {sent.map(({ id, name, email, invitation }) => (
          <li key={id}>
            <article className="card mail">
              <header>
                <h3>{invitation?.subject}</h3>
                <p className="soft">
                  {text.to(name, email)} · {invitation && momentText(invitation.at, language)}
                </p>
              </header>
              <p className="mail-text">{invitation?.text}</p>
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}
