import { createHash } from 'node:crypto';
import type { IssueTexts, Recipe, Report } from '@importera/engine';
import type { SendMailOptions } from 'nodemailer';
import type { ImportNotice } from './Notifier.ts';

/** The words of a mail. Each gets the report, and the labels of what was imported. */
export interface MailTexts {
  readonly subject: (notice: ImportNotice) => string;
  /** One finished line each. */
  readonly lines: (notice: ImportNotice) => readonly string[];
  readonly link: string;
  /** Said where the rows that were not imported are attached; default English. */
  readonly errorsAttached?: string;
  /** Said where they are too many for a mail; default English. */
  readonly errorsTooLarge?: string;
  /** Why rows were not imported, in the file that is attached; default English. */
  readonly issueTexts?: IssueTexts;
}

export interface MailParts {
  readonly from: string;
  readonly to: string;
  readonly link?: (notice: ImportNotice) => string;
  readonly texts?: MailTexts;
  /** The zipped error file. */
  readonly errors?: Uint8Array | 'too-large' | null;
}

/** The mail about an import, as text and as HTML. */
export function importMail(
  notice: ImportNotice,
  { from, to, link, texts = ENGLISH, errors = null }: MailParts,
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
  return errors === 'too-large'
    ? [
        errorsTooLarge ??
          'The rows that were not imported are too many for a mail. Find them with the results.',
      ]
    : [
        errorsAttached ??
          'The rows that were not imported are attached, with the reasons. Correct them and import that file.',
      ];
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

function countLines(
  { schema, import: { recipe } }: ImportNotice,
  report: Report,
): readonly string[] {
  const fields = newFields(recipe);
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
    ...(fields === 0 ? [] : [`Custom fields created: ${fields}`]),
  ];
}

/** Custom fields that the import made (TD14). */
function newFields(recipe: Recipe | null): number {
  const made = (recipe?.columns ?? []).flatMap(({ target }) =>
    target?.kind === 'new-field' ? [`${target.entity}.${target.field}`] : [],
  );
  return new Set(made).size;
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
