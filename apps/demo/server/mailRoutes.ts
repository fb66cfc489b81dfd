import { listOutbox } from '@importera/server';
import { Hono } from 'hono';
import type { Company } from './openCompany.ts';

/** Mails about imports that were put aside because no SMTP server is configured. Newest first. */
export function mailRoutes({ client, scenario }: Company): Hono {
  const routes = new Hono();
  const outbox = () => listOutbox(client, { tenant: scenario.schema.id, limit: 100 });
  routes.get('/', async (context) => {
    const mails = (await outbox()).map(({ id, createdAt, to, subject, text, attachments }) => ({
      id,
      at: createdAt,
      to,
      subject,
      text,
      attachments: attachments.map(({ filename }) => filename),
    }));
    return context.json({ mails, sent: process.env['SMTP_URL'] !== undefined });
  });
  routes.get('/:id/attachments/:number', async (context) => {
    const mail = (await outbox()).find(({ id }) => id === context.req.param('id'));
    const file = mail?.attachments[Number(context.req.param('number'))];
    if (file === undefined)
      return context.json({ error: { message: 'There is no such attachment.' } }, 404);
    return context.body(Buffer.from(file.content, 'base64'), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
    });
  });
  return routes;
}
