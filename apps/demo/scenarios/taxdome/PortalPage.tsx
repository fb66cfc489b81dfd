import { ErrorNote } from '../../src/shell/ErrorNote.tsx';
import { Page } from '../../src/shell/Page.tsx';
import { useLanguage } from '../../src/texts/useTexts.ts';
import { useApi } from '../../src/useApi.ts';
import type { Portal } from './portal.ts';
import { texts } from './texts.ts';

/** What clients find in their portal: folders of their account, and who was invited to it. */
export function PortalPage() {
  const text = texts[useLanguage()];
  const { data, error, reload } = useApi<Portal>('/own/portal');
  return (
    <Page width="narrow" heading={text.heading} intro={text.intro}>
      {error && <ErrorNote error={error} onRetry={reload} />}
      {data && (
        <>
          <section className="section" aria-labelledby="folders">
            <h2 id="folders">{text.folders}</h2>
            {data.accounts.length === 0 && <p className="soft">{text.noFolders}</p>}
            <ul className="mails" aria-labelledby="folders">
              {data.accounts.map(({ account, folders }, at) => (
                <li key={`${at} ${account}`} className="card mail">
                  <strong>{account}</strong>
                  <p className="soft">{folders.join(' · ')}</p>
                </li>
              ))}
            </ul>
          </section>
          <section className="section" aria-labelledby="invited">
            <h2 id="invited">{text.invited}</h2>
            {data.invited.length === 0 && <p className="soft">{text.nobody}</p>}
            {data.invited.length > 0 && (
              <ul className="card mail" aria-labelledby="invited">
                {data.invited.map((email) => (
                  <li key={email}>{email}</li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </Page>
  );
}
