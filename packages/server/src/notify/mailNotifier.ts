import type { IssueTexts, Schema } from '@importera/engine';
import type { SqlQuery } from '@importera/postgres';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { importMail, type MailParts } from './importMail.ts';
import { mailTexts, type MailTexts } from './mailTexts.ts';
import { NoticeRefused, type ImportNotice, type Notifier } from './Notifier.ts';
import { putAside } from './outbox.ts';
import { zipErrors } from './zipErrors.ts';

/** From whom mails come, how they are sent, and what they say. */
export interface MailOptions {
  /** The sender, e.g. `Imports <imports@example.com>`. */
  readonly from: string;
  /** An SMTP server as nodemailer takes it, e.g. `smtp://user:secret@mail.example.com`; without one, see `outbox`. */
  readonly smtp?: string;
  /** Where mails are put instead when there is no SMTP server: the table `importera.outbox`, see `listOutbox`. */
  readonly outbox?: SqlQuery;
  /** Address of a page that shows the results of an import. */
  readonly link?: (notice: ImportNotice) => string;
  /** Address of the person who imports, who then gets the report too. */
  readonly person?: (notice: ImportNotice) => string | null | Promise<string | null>;
  /** Bytes of a zipped error file that is attached at most; a larger one is named with the link. Default 5 MiB, 0: none. */
  readonly maxAttachmentBytes?: number;
  /** Recipients of the mails about one import at most, the person who imports first; others get none. Default 50. */
  readonly maxRecipients?: number;
  /**
   * Says it in another language, the reasons in the attached file too (`issueTexts`): in one for all, or in one for each.
   * Default: Swedish for whoever started the import and reads it (`languages` of the notice), else English.
   */
  readonly texts?: MailTexts | ((notice: ImportNotice) => MailTexts | Promise<MailTexts>);
  /** The schema in the words of another language, its labels stand in the mail; default: as the worker was given it. */
  readonly schema?: (notice: ImportNotice) => Schema | Promise<Schema>;
}

/**
 * Mails a report to the addresses that an import's settings name (FX16, FX19), and to the person: counts, a link to the
 * results, the rows that were not imported as a zipped CSV (TD15). Each recipient gets a mail of their own.
 * @example
 * const mail = mailNotifier({ from: 'imports@example.com', smtp: process.env.SMTP_URL });
 */
export function mailNotifier(options: MailOptions): Notifier {
  const { smtp, outbox, person } = options;
  if (smtp === undefined && outbox === undefined) {
    throw new TypeError('mailNotifier needs "smtp", or "outbox" to put mails aside.');
  }
  const transport = smtp === undefined ? null : openTransport(smtp);
  return {
    name: 'mail',
    async targets(notice) {
      const own = (await person?.(notice)) ?? null;
      const all = [...(own === null ? [] : [own]), ...notice.recipients].filter(isAddress);
      return [...new Set(all)].slice(0, options.maxRecipients ?? 50);
    },
    async notify(told, { target }) {
      if (target === null || !isAddress(target)) return;
      const { texts: given, schema: inWords, ...rest } = options;
      const notice = { ...told, schema: (await inWords?.(told)) ?? told.schema };
      const chosen = typeof given === 'function' ? await given(notice) : given;
      const texts = chosen ?? mailTexts(notice.languages);
      const errors = await zippedErrors(notice, options.maxAttachmentBytes, texts.issueTexts);
      const parts = { ...rest, to: target, texts };
      const mail = (attached: Errors): SendMailOptions =>
        importMail(notice, { ...parts, errors: attached });
      if (transport !== null) await deliver(transport, mail, errors);
      else if (outbox !== undefined) await putAside(outbox, notice.key, mail(errors));
    },
  };
}

function openTransport(url: string): Transporter {
  return createTransport({
    url,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

type Errors = Exclude<MailParts['errors'], undefined>;

/** A mail that is too large with the error file goes without: it says where that is. */
async function deliver(
  transport: Transporter,
  mail: (errors: Errors) => SendMailOptions,
  errors: Errors,
): Promise<void> {
  try {
    await transport.sendMail(mail(errors));
  } catch (error) {
    if (errors instanceof Uint8Array && isTooLarge(error))
      return await deliver(transport, mail, 'too-large');
    // A mailbox that is not there will not be there the next time either. A password that is wrong may be put right.
    const { code, responseCode = 0 } = error as SmtpFailure;
    if (MAIL_CODES.has(code ?? '') && responseCode >= 500)
      throw new NoticeRefused(`The mail was refused: ${responseCode}.`);
    throw error;
  }
}

interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** What is wrong with the mail itself, not with the server or the way to it. */
const MAIL_CODES: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

/** By SMTP's own code, or by an enhanced one (RFC 3463). */
function isTooLarge(error: unknown): boolean {
  const { code = '', responseCode, response = '' } = error as SmtpFailure;
  const isSaid = responseCode === 552 || /\b5\.(?:2\.3|3\.4)\b/.test(response);
  return MAIL_CODES.has(code) && isSaid;
}

async function zippedErrors(
  notice: ImportNotice,
  maxAttachmentBytes: number = 5 * 1024 * 1024,
  issueTexts?: IssueTexts,
): Promise<Errors> {
  const { report } = notice.import;
  if (maxAttachmentBytes === 0 || report === null || report.rejected + report.skipped === 0)
    return null;
  const file = await notice.errorFile(issueTexts);
  if (file === null) return 'too-large';
  const zip = await zipErrors(file);
  return zip.byteLength > maxAttachmentBytes ? 'too-large' : zip;
}

/** One plain address: nothing that could name a second recipient or begin another header. */
function isAddress(text: string): boolean {
  return (
    /^[^\s@,;:<>"()[\]\\\p{Cc}]+@[^\s@,;:<>"()[\]\\\p{Cc}]+$/u.test(text) && text.length <= 254
  );
}
