import { createHash } from 'node:crypto';
import type { Report } from '@importera/engine';
import type { SendMailOptions } from 'nodemailer';
import type { ImportNotice } from './Notifier.ts';

/** The words of a mail. Each gets the report, and the labels of what was imported. */
export interface MailTexts {
  readonly subject: (notice: ImportNotice) => string;
  /** One finished line each. */
  readonly lines: (notice: ImportNotice) => readonly string[];
  readonly link: string;
}

export interface MailParts {
  readonly from: string;
  readonly to: string;
  readonly link?: (notice: ImportNotice) => string;
  readonly texts?: MailTexts;
}

/** The mail about an import, as text and as HTML. */
export function importMail(
  notice: ImportNotice,
  { from, to, link, texts = ENGLISH }: MailParts,
): SendMailOptions {
  const lines = texts.lines(notice);
  const url = link?.(notice) ?? null;
  const text = [...lines, ...(url === null ? [] : ['', `${texts.link}: ${url}`]), ''].join('\n');
  const html = [
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    ...(url === null ? [] : [`<p><a href="${escapeHtml(url)}">${escapeHtml(texts.link)}</a></p>`]),
  ].join('\n');
  const subject = texts.subject(notice).replaceAll(/[\p{Cc}\s]+/gu, ' ');
  return { from, to, subject, text, html, messageId: messageId(notice, to) };
}

/** The same for the same import, end and recipient, so that a mail sent twice is known to be one. */
function messageId({ import: shown }: ImportNotice, to: string): string {
  const name = createHash('sha256').update(JSON.stringify([shown.id, shown.finishedAt, to]));
  return `<${name.digest('hex')}@importera>`;
}

const ENGLISH: MailTexts = {
  subject: ({ import: { fileName, status } }) => `Import ${status}: ${fileName}`,
  lines: (notice) => {
    const { report, error, fileName, status } = notice.import;
    const head = `The import of ${fileName} has ${status === 'completed' ? 'been completed' : `ended: ${status}`}.`;
    const why = error === null ? [] : [error.message];
    return [head, ...why, ...(report === null ? [] : countLines(notice, report))];
  },
  link: 'Show the results',
};

function countLines({ schema }: ImportNotice, report: Report): readonly string[] {
  const line = (name: string, counts: Report['created']): readonly string[] =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([entity, count]) => `${schema.entities[entity]?.label ?? entity}: ${count} ${name}`);
  return [
    `Rows: ${report.rows}`,
    ...line('created', report.created),
    ...line('updated', report.updated),
    ...line('unchanged', report.unchanged),
    `Skipped rows: ${report.skipped}`,
    `Rows with errors: ${report.rejected}`,
  ];
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
