import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  type Api,
} from '../server.fixture.ts';
import { mailNotifier } from './mailNotifier.ts';

interface Received {
  readonly to: readonly string[];
  readonly text: string;
}

/** A real SMTP server; it refuses the first mails, to pass. */
async function startSmtp(
  refusals: number,
): Promise<{ readonly url: string; readonly mails: Received[]; close(): void }> {
  const mails: Received[] = [];
  let left = refusals;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      if (left > 0) {
        left -= 1;
        done(Object.assign(new Error('Come again'), { responseCode: 451 }));
        return;
      }
      const to = session.envelope.rcptTo.map(({ address }) => address);
      mails.push({ to, text: Buffer.concat(parts).toString() });
      done();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => server.close() };
}

describe('mail about imports', { timeout: 180_000 }, () => {
  let api: Api;
  beforeAll(async () => {
    api = await openApi(await pgliteServerDatabase());
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  const addressed = (report: readonly string[]) => ({ ...recipe, settings: { report } });
  async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 1_200 && !(await isDone()); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await isDone()).toBe(true);
  }

  test('goes to everyone the settings name, and comes again when the server refuses it', async () => {
    const smtp = await startSmtp(1);
    const link = (notice: { readonly key: { readonly id: string } }) =>
      `https://crm.example.com/imports/${notice.key.id}?a=1&b=2`;
    const mail = mailNotifier({ from: 'CRM <crm@example.com>', smtp: smtp.url, link });
    const worker = api.worker({ notifiers: [mail] });
    await worker.start();
    const id = await api.start(
      CUSTOMERS,
      addressed([
        'ann@example.com',
        'bo@example.com',
        'ann@example.com',
        'eve@x.se\r\nBcc: all@x.se',
        'a@b.se, c@d.se',
        '<x@y.se>',
      ]),
    );
    await api.until(id, 'completed');
    await until(() => smtp.mails.length === 2);
    expect(smtp.mails.flatMap(({ to }) => to).sort()).toEqual([
      'ann@example.com',
      'bo@example.com',
    ]);
    const text = smtp.mails[0]?.text ?? '';
    expect(text).toContain('From: CRM <crm@example.com>');
    expect(text).toContain('Subject: Import completed: customers.csv');
    expect(text).toContain('Contact: 3 created');
    expect(text).toContain('Rows with errors: 1');
    expect(text).toContain(id);
    expect(text).not.toMatch(/^bcc:/im);
    await worker.stop();
    smtp.close();
  });

  test('is put aside where there is no SMTP server, its file name no header of its own', async () => {
    const worker = api.worker({
      notifiers: [mailNotifier({ from: 'crm@example.com', outbox: api.database.client })],
    });
    await worker.start();
    const id = await api.upload(CUSTOMERS, 'a\r\nBcc: all@x.se <b>.csv');
    await api.json('PATCH', `/${id}`, { recipe: addressed(['ann@example.com']) });
    await api.json('POST', `/${id}/start`, {});
    const rows = async () =>
      (
        await api.database.client.query(
          'SELECT message FROM importera.outbox WHERE import_id = $1',
          [id],
        )
      ).rows;
    await until(async () => (await rows()).length === 1);
    const message = (await rows())[0]?.['message'] as {
      readonly subject: string;
      readonly html: string;
    };
    expect(message).toMatchObject({
      to: 'ann@example.com',
      subject: 'Import completed: a Bcc: all@x.se <b>.csv',
    });
    expect(message.html).toContain('&lt;b&gt;');
  });

  test('needs somewhere to go', () => {
    expect(() => mailNotifier({ from: 'crm@example.com' })).toThrow(TypeError);
  });
});
