import { Hono } from 'hono';
import type { Company } from './openCompany.ts';

/** A mail as nodemailer was given it. */
interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly Attachment[];
}

interface Attachment {
  readonly filename: string;
  readonly content: string;
  readonly encoding?: BufferEncoding;
  readonly contentType?: string;
}

/** Mails about imports that were put aside because no SMTP server is configured. Newest first. */
export function mailRoutes({ client, scenario }: Company): Hono {
  const routes = new Hono();
  const read = async (): Promise<readonly { id: string; at: string; message: Message }[]> => {
    const { rows } = await client.query(
      `SELECT id, message, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
       FROM importera.outbox WHERE tenant = $1 ORDER BY created_at DESC, id LIMIT 100`,
      [scenario.schema.id],
    );
    return rows as never;
  };
  routes.get('/', async (context) => {
    const mails = (await read()).map(({ id, at, message }) => ({
      id,
      at,
      to: message.to,
      subject: message.subject,
      text: message.text,
      attachments: (message.attachments ?? []).map(({ filename }) => filename),
    }));
    return context.json({ mails, sent: process.env['SMTP_URL'] !== undefined });
  });
  routes.get('/:id/attachments/:number', async (context) => {
    const mail = (await read()).find(({ id }) => id === context.req.param('id'));
    const file = mail?.message.attachments?.[Number(context.req.param('number'))];
    if (file === undefined)
      return context.json({ error: { message: 'There is no such attachment.' } }, 404);
    const bytes = Buffer.from(file.content, file.encoding ?? 'utf8');
    return context.body(bytes, 200, {
      'content-type': file.contentType ?? 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    });
  });
  return routes;
}
