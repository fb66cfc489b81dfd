import type { SqlQuery } from '@importera/postgres';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { jsonText } from '../database/jsonText.ts';
import { importMail, type MailTexts } from './importMail.ts';
import type { ImportNotice, Notifier } from './Notifier.ts';

export interface MailOptions {
  /** The sender, e.g. `Imports <imports@example.com>`. */
  readonly from: string;
  /** An SMTP server as nodemailer takes it, e.g. `smtp://user:secret@mail.example.com`; without one, see `outbox`. */
  readonly smtp?: string;
  /** Where mails are put instead when there is no SMTP server: the table `importera.outbox`. */
  readonly outbox?: SqlQuery;
  /** Address of a page that shows the results of an import. */
  readonly link?: (notice: ImportNotice) => string;
  /** Says it in another language; default English. */
  readonly texts?: MailTexts;
}

/**
 * Mails a report to the addresses that an import's settings name (FX16, FX19): counts, and a link to the results. Each
 * recipient gets a mail of their own.
 * @example
 * const mail = mailNotifier({ from: 'imports@example.com', smtp: process.env.SMTP_URL });
 */
export function mailNotifier(options: MailOptions): Notifier {
  const { smtp, outbox } = options;
  if (smtp === undefined && outbox === undefined) {
    throw new TypeError('mailNotifier needs "smtp", or "outbox" to put mails aside.');
  }
  const transport = smtp === undefined ? null : createTransport(smtp);
  return {
    async notify(notice) {
      for (const to of notice.recipients.filter(isAddress)) {
        const mail = importMail(notice, { ...options, to });
        if (transport !== null) await deliver(transport, mail);
        else if (outbox !== undefined) await putAside(outbox, notice, mail);
      }
    },
  };
}

async function deliver(transport: Transporter, mail: SendMailOptions): Promise<void> {
  await transport.sendMail({ ...mail, disableFileAccess: true, disableUrlAccess: true });
}

/** The same notice twice is one mail: its id follows from what it is about. */
async function putAside(
  sql: SqlQuery,
  { key }: ImportNotice,
  mail: SendMailOptions,
): Promise<void> {
  await sql.query(
    `INSERT INTO importera.outbox (tenant, id, import_id, message) VALUES ($1, $2, $3, $4::text::json)
     ON CONFLICT DO NOTHING`,
    [key.tenant, String(mail.messageId), key.id, jsonText(mail)],
  );
}

/** One plain address: nothing that could name a second recipient or begin another header. */
function isAddress(text: string): boolean {
  return /^[^\s@,;:<>"()[\]\\]+@[^\s@,;:<>"()[\]\\]+$/u.test(text) && text.length <= 254;
}
