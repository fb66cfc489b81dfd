import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { mailTexts, type MailTexts } from './mailTexts.ts';
import type { ImportNotice } from './Notifier.ts';

export interface MailParts {
  readonly from: string;
  readonly to: string;
  readonly link?: (notice: ImportNotice) => string;
  readonly texts: MailTexts;
  /** The zipped error file. */
  readonly errors?: Uint8Array | 'too-large' | null;
}

/** The mail about an import, as text and as HTML. */
export function importMail(
  notice: ImportNotice,
  { from, to, link, texts, errors = null }: MailParts,
): SendMailOptions {
  const lines = [...texts.lines(notice), ...errorLines(texts, errors)];
  const url = link?.(notice) ?? null;
  const text = [...lines, ...(url === null ? [] : ['', `${texts.link}: ${url}`]), ''].join('\n');
  const html = [
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    ...(url === null ? [] : [`<p><a href="${escapeHtml(url)}">${escapeHtml(texts.link)}</a></p>`]),
  ].join('\n');
  const subject = texts.subject(notice).replaceAll(/[\p{Cc}\s]+/gu, ' ');
  const mail = { from, to, subject, text, html, messageId: messageId(notice, to) };
  return errors instanceof Uint8Array ? { ...mail, attachments: [attachment(errors)] } : mail;
}

function errorLines(
  { errorsAttached, errorsTooLarge }: MailTexts,
  errors: MailParts['errors'],
): readonly string[] {
  if (errors === null || errors === undefined) return [];
  const english = mailTexts(['en']);
  return errors === 'too-large'
    ? [errorsTooLarge ?? english.errorsTooLarge]
    : [errorsAttached ?? english.errorsAttached];
}

function attachment(zip: Uint8Array): NonNullable<SendMailOptions['attachments']>[number] {
  const content = Buffer.from(zip).toString('base64');
  return { filename: 'errors.zip', contentType: 'application/zip', content, encoding: 'base64' };
}

/** The same for the same import, end and recipient, so that a mail sent twice is known to be one. */
function messageId({ import: shown }: ImportNotice, to: string): string {
  const name = createHash('sha256').update(JSON.stringify([shown.id, shown.finishedAt, to]));
  return `<${name.digest('hex')}@importera>`;
}

function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replaceAll(/[&<>"]/g, (character) => names[character] ?? character);
}
