import { momentText } from './momentText.ts';
import { ErrorNote } from '../shell/ErrorNote.tsx';
import { Icon } from '../shell/Icon.tsx';
import { Page } from '../shell/Page.tsx';
import { useScenario } from '../scenario/useScenario.ts';
import { useLanguage, useTexts } from '../texts/useTexts.ts';
import { useApi } from '../useApi.ts';

interface Mail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly string[];
}

interface Mails {
  readonly mails: readonly Mail[];
  /** Mails leave the house by SMTP: nothing is put aside here. */
  readonly sent: boolean;
}

/** Reports about imports, where no SMTP server takes them (FX19). */
export function MailsPage() {
  const { mails: text } = useTexts();
  const { data, error, reload } = useApi<Mails>('/mails');
  return (
    <Page
      width="narrow"
      heading={text.heading}
      intro={data?.sent === true ? text.sent : text.intro}
      aside={
        <button type="button" className="button" onClick={reload}>
          {text.reload}
        </button>
      }
    >
      {error && <ErrorNote error={error} onRetry={reload} />}
      {data?.mails.length === 0 && <p className="empty soft">{text.none}</p>}
      <ul className="mails">
        {data?.mails.map((mail) => (
          <li key={mail.id}>
            <MailCard mail={mail} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function MailCard({ mail }: { readonly mail: Mail }) {
  const { mails: text } = useTexts();
  const language = useLanguage();
  const { path } = useScenario();
  return (
    <article className="card mail">
      <header>
        <h2>{mail.subject}</h2>
        <p className="soft">
          {text.to(mail.to)} · <time dateTime={mail.at}>{momentText(mail.at, language)}</time>
        </p>
      </header>
      <p className="mail-text">{linked(mail.text)}</p>
      {mail.attachments.length > 0 && (
        <ul className="mail-files">
          {mail.attachments.map((name, number) => (
            <li key={name}>
              <a
                className="button"
                href={`/api/${path}/mails/${encodeURIComponent(mail.id)}/attachments/${number}`}
                download={name}
              >
                <Icon name="download" />
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** Addresses in a text are links, as mail programs show them. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/u).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <a key={part} href={part}>
        {part}
      </a>
    ),
  );
}
