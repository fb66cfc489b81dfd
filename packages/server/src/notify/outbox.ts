import type { SqlQuery } from '@importera/postgres';
import type { SendMailOptions } from 'nodemailer';
import { instantOf, textOf, type Row } from '../database/columns.ts';
import { jsonText } from '../database/jsonText.ts';
import type { ImportKey } from '../store/ServerImport.ts';

/** A mail that was put aside because there is no SMTP server. */
export interface OutboxMail {
  readonly id: string;
  readonly importId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Their contents as base64. */
  readonly attachments: readonly { readonly filename: string; readonly content: string }[];
  /** ISO 8601 instant. */
  readonly createdAt: string;
}

/** The mails of a tenant's outbox, the newest first: for development and demonstrations. */
export async function listOutbox(
  sql: SqlQuery,
  { tenant, limit = 50 }: { readonly tenant: string; readonly limit?: number },
): Promise<readonly OutboxMail[]> {
  const { rows } = await sql.query(
    `SELECT id, import_id, message, created_at FROM importera.outbox
     WHERE tenant = $1 ORDER BY created_at DESC, id LIMIT $2`,
    [tenant, limit],
  );
  return rows.map(outboxMail);
}

/** The same mail twice is one: its id follows from what it is about. */
export async function putAside(
  sql: SqlQuery,
  { tenant, id }: ImportKey,
  mail: SendMailOptions,
): Promise<void> {
  await sql.query(
    `INSERT INTO importera.outbox (tenant, id, import_id, message) VALUES ($1, $2, $3, $4::text::json)
     ON CONFLICT DO NOTHING`,
    [tenant, String(mail.messageId), id, jsonText(mail)],
  );
}

function outboxMail(row: Row): OutboxMail {
  const message = row['message'] as Pick<OutboxMail, 'from' | 'to' | 'subject' | 'text' | 'html'> &
    Partial<Pick<OutboxMail, 'attachments'>>;
  const { from, to, subject, text, html, attachments = [] } = message;
  return {
    id: textOf(row, 'id'),
    importId: textOf(row, 'import_id'),
    from,
    to,
    subject,
    text,
    html,
    attachments: attachments.map(({ filename, content }) => ({ filename, content })),
    createdAt: instantOf(row, 'created_at') ?? '',
  };
}
