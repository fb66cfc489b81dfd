import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Schema } from '@importera/engine';
import { sv } from '@importera/engine/locales/sv';
import { unzipSync } from 'fflate';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  crm,
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  type Api,
} from '../server.fixture.ts';
import type { ServerImport } from '../store/ServerImport.ts';
import { mailTexts, type MailTexts } from './mailTexts.ts';
import { mailNotifier, type MailOptions } from './mailNotifier.ts';
import type { ImportNotice } from './Notifier.ts';
import { listOutbox } from './outbox.ts';

interface Received {
  readonly to: readonly string[];
  readonly text: string;
}

/** A real SMTP server; it refuses the first mails, to pass, and for good what is larger than it takes. */
async function startSmtp(
  refusals: number,
  missing?: string,
  mostBytes = Infinity,
): Promise<{
  readonly url: string;
  readonly mails: Received[];
  readonly refused: string[];
  close(): void;
}> {
  const mails: Received[] = [];
  const refused: string[] = [];
  let left = refusals;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (address !== missing) {
        done();
        return;
      }
      refused.push(address);
      done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
    },
    async onData(stream, session, done) {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      if (left > 0) {
        left -= 1;
        done(Object.assign(new Error('Come again'), { responseCode: 451 }));
        return;
      }
      if (Buffer.concat(parts).byteLength > mostBytes) {
        refused.push(...session.envelope.rcptTo.map(({ address }) => address));
        done(Object.assign(new Error('Too much mail data'), { responseCode: 552 }));
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
  return { url: `smtp://127.0.0.1:${port}`, mails, refused, close: () => server.close() };
}

/** The CSV in the zip that a mail carries. */
function attachedErrors(mail: Received | undefined): string {
  const encoded =
    /filename=errors\.zip[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const files = unzipSync(new Uint8Array(Buffer.from(encoded, 'base64')));
  expect(Object.keys(files)).toEqual(['errors.csv']);
  return new TextDecoder().decode(files['errors.csv']);
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
    const mail = mailNotifier({
      from: 'CRM <crm@example.com>',
      smtp: smtp.url,
      link,
      person: ({ import: { user } }) => `${user}@staff.example.com`,
    });
    const worker = api.worker({ notifiers: [mail] });
    await worker.start();
    const id = await api.start(
      CUSTOMERS,
      addressed(['ann@example.com', 'bo@example.com', 'ann@example.com']),
    );
    await api.until(id, 'completed');
    await until(() => smtp.mails.length === 3);
    expect(smtp.mails.flatMap(({ to }) => to).sort()).toEqual([
      'ann@example.com',
      'ann@staff.example.com',
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

  test('carries the rows that were not imported as a zipped CSV that imports again (TD15)', async () => {
    const smtp = await startSmtp(0);
    const mail = mailNotifier({ from: 'crm@example.com', smtp: smtp.url });
    const worker = api.worker({ notifiers: [mail] });
    await worker.start();
    const content = CUSTOMERS.replaceAll('acme.se', 'zip.se');
    await api.start(content, addressed(['zip@example.com']));
    await until(() => smtp.mails.length === 1);
    const csv = attachedErrors(smtp.mails[0]);
    expect(csv).toContain('cia@@beta');
    expect(csv).not.toContain('bo@zip.se');
    await worker.stop();

    // What comes out goes in again, corrected.
    const again = api.worker();
    await again.start();
    const corrected = await api.upload(csv.replaceAll('cia@@beta', 'cia@beta.se'), 'errors.csv');
    const { table, suggestions } = await api.json<{
      readonly table: { readonly rowCount: number };
      readonly suggestions: readonly unknown[];
    }>('POST', `/${corrected}/table`, { whole: true });
    expect(table.rowCount).toBe(1);
    expect(suggestions.length).toBeGreaterThan(3);
    await again.stop();
    smtp.close();
  });

  test('is in the language of whoever imports, with the reasons in the attached file, by one option', async () => {
    const smtp = await startSmtp(0);
    const swedish: MailTexts = {
      subject: ({ import: { fileName } }) => `Import klar: ${fileName}`,
      lines: ({ import: { report } }) => [`Rader med fel: ${report?.rejected}`],
      link: 'Visa resultatet',
      errorsAttached: 'Raderna som inte togs är bifogade.',
      issueTexts: sv,
    };
    const options = { from: 'crm@example.com', smtp: smtp.url };
    const texts: MailOptions['texts'] = ({ import: { user } }) =>
      Promise.resolve(user === 'ann' ? swedish : { ...swedish, subject: () => 'not hers' });
    // Two languages told of one import: each has its own file.
    const english = { ...mailNotifier(options), name: 'english' };
    const notifiers = [english, mailNotifier({ ...options, texts })];
    const worker = api.worker({ notifiers });
    await worker.start();
    await api.start(CUSTOMERS, addressed(['eva@example.com', 'ida@example.com']));
    await until(() => smtp.mails.length === 4);
    const inSwedish = smtp.mails.filter(({ text }) => text.includes('Subject: Import klar'));
    const inEnglish = smtp.mails.filter((one) => !inSwedish.includes(one));
    expect([inSwedish.length, inEnglish.length]).toEqual([2, 2]);
    for (const one of inSwedish)
      expect(attachedErrors(one)).toContain('”cia@@beta” är ingen e-postadress');
    for (const one of inEnglish)
      expect(attachedErrors(one)).toContain('“cia@@beta” is not an e-mail address');
    await worker.stop();
    smtp.close();
  });

  test('is in the language of whoever started the import, labels included, unless told otherwise', async () => {
    const schemaIn = ({ schema, languages }: ImportNotice): Promise<Schema> => {
      const contact = { ...schema.entities.contact!, label: 'Kontakt' };
      const isSwedish = languages.some((tag) => tag.startsWith('sv'));
      const entities = isSwedish ? { ...schema.entities, contact } : schema.entities;
      return Promise.resolve({ ...schema, entities });
    };
    const mail = mailNotifier({
      from: 'crm@example.com',
      outbox: api.database.client,
      schema: schemaIn,
    });
    const worker = api.worker({ notifiers: [mail] });
    await worker.start();
    const mailOf = async (language: Readonly<Record<string, string>>) => {
      const id = await api.upload(CUSTOMERS, 'kunder.csv');
      // Who prepares it may read another language than who starts it.
      const kept = { recipe: addressed(['eva@example.com']) };
      await api.call('PATCH', `/${id}`, kept, { 'accept-language': 'fi' });
      const started = await api.call('POST', `/${id}/start`, {}, language);
      expect([started.status, Object.keys((await started.json()) as object)]).toEqual([
        202,
        expect.not.arrayContaining(['languages']),
      ]);
      const mails = async () =>
        (await listOutbox(api.database.client, { tenant: api.tenant })).filter(
          ({ importId }) => importId === id,
        );
      await until(async () => (await mails()).length === 1);
      const [found] = await mails();
      const zip = Buffer.from(found?.attachments[0]?.content ?? '', 'base64');
      const csv = new TextDecoder().decode(unzipSync(new Uint8Array(zip))['errors.csv']);
      return { subject: found?.subject, text: found?.text ?? '', csv };
    };
    const swedish = await mailOf({ 'accept-language': 'nb, en;q=0.2, sv-SE;q=0.8' });
    expect(swedish.subject).toBe('Importen är klar: kunder.csv');
    expect(swedish.text).toContain('Importen av kunder.csv är klar.\nRader: 4\n');
    expect(swedish.text).toContain('\nRader med fel: 1\nRaderna som inte importerades är bifogade');
    expect(swedish.text).toMatch(/\nKontakt, (?:skapade|oförändrade): 3\n/);
    expect(swedish.csv).toContain('är ingen e-postadress');
    for (const language of [
      {},
      { 'accept-language': 'fi, en;q=0.5' },
      { 'accept-language': '\u00ff;,' },
    ]) {
      const english = await mailOf(language);
      expect(english.subject).toBe('Import completed: kunder.csv');
      expect(english.text).toMatch(/\nContact: 3 (?:created|unchanged)\n/);
      expect(english.csv).toContain('is not an e-mail address');
    }
    await worker.stop();
  });

  test('names the results instead where the error file is too large', async () => {
    const smtp = await startSmtp(0);
    const options = { from: 'crm@example.com', smtp: smtp.url, maxAttachmentBytes: 20 };
    const worker = api.worker({ notifiers: [mailNotifier(options)] });
    await worker.start();
    await api.start(CUSTOMERS, addressed(['large@example.com']));
    await until(() => smtp.mails.length === 1);
    expect(smtp.mails[0]?.text).toContain('too many for a mail');
    expect(smtp.mails[0]?.text).not.toContain('errors.zip');
    await worker.stop();
    smtp.close();
  });

  test('comes without the error file where the server finds it too large', async () => {
    const smtp = await startSmtp(0, undefined, 2_500);
    const link = () => 'https://crm.example.com/results';
    const options = { from: 'crm@example.com', smtp: smtp.url, link };
    const worker = api.worker({ notifiers: [mailNotifier(options)] });
    await worker.start();
    // Letters in no order: they take room in a zip as well.
    const noise = Array.from({ length: 40 }, () => `Name,City,a@@b,${crypto.randomUUID()}`);
    const content = ['Company name,City,E-mail,First name', ...noise, ''].join('\n');
    await api.start(content, addressed(['narrow@example.com']));
    await until(() => smtp.mails.length === 1);
    expect(smtp.refused).toEqual(['narrow@example.com']);
    const text = (smtp.mails[0]?.text ?? '').replaceAll('=\r\n', '');
    expect(text).not.toContain('errors.zip');
    expect(text).toContain('Rows with errors: 40');
    expect(text).toContain('Find them with the results.');
    expect(text).toContain('https://crm.example.com/results');
    await worker.stop();
    smtp.close();
  });

  test('has its numbers in groups, as its language does', async () => {
    const shown = await api.json<ServerImport>('GET', `/${await api.upload(CUSTOMERS)}`);
    const report = {
      importId: shown.id,
      status: 'completed' as const,
      ids: {},
      error: null,
      seconds: 1,
      startedAt: shown.createdAt,
      finishedAt: shown.createdAt,
      rows: 26_639,
      created: { company: 6_667 },
      updated: { contact: 1_234_567 },
      unchanged: {},
      skipped: 0,
      rejected: 1_000,
    };
    const notice = {
      key: { tenant: 't', id: shown.id },
      import: { ...shown, status: 'completed' as const, report },
      schema: crm,
      recipients: [],
      languages: [],
      errorFile: () => Promise.resolve(null),
    };
    expect(mailTexts(['en']).lines(notice).slice(1)).toEqual([
      'Rows: 26,639',
      'Company: 6,667 created',
      'Contact: 1,234,567 updated',
      'Skipped rows: 0',
      'Rows with errors: 1,000',
    ]);
    expect(mailTexts(['sv']).lines(notice).slice(1)).toEqual([
      'Rader: 26\u00a0639',
      'Company, skapade: 6\u00a0667',
      'Contact, uppdaterade: 1\u00a0234\u00a0567',
      'Överhoppade rader: 0',
      'Rader med fel: 1\u00a0000',
    ]);
  });

  test('goes to so many recipients at most, and to the person in any case', async () => {
    const notifier = mailNotifier({
      from: 'crm@example.com',
      outbox: api.database.client,
      person: () => 'ann@example.com',
      maxRecipients: 3,
    });
    const notice = {
      key: { tenant: 't', id: crypto.randomUUID() },
      import: await api.json<ServerImport>('GET', `/${await api.upload(CUSTOMERS)}`),
      schema: crm,
      recipients: ['a@x.se', 'ann@example.com', 'b@x.se', 'c@x.se'],
      languages: [],
      errorFile: () => Promise.resolve(null),
    };
    expect(await notifier.targets?.(notice)).toEqual(['ann@example.com', 'a@x.se', 'b@x.se']);
  });

  test('goes to plain addresses alone, and no setting takes another header', async () => {
    const smtp = await startSmtp(0);
    const hostile = ['eve@x.se\r\nBcc: all@x.se', 'a@b.se, c@d.se', '<x@y.se>', 'x@y.se\u0000'];
    const tried = mailNotifier({ from: 'crm@example.com', smtp: smtp.url });
    const draft = await api.upload(CUSTOMERS);
    const kept = await api.call('PATCH', `/${draft}`, { recipe: addressed(hostile.slice(0, 1)) });
    expect(kept.status).toBe(422);
    const notice = {
      key: { tenant: 't', id: crypto.randomUUID() },
      import: { ...(await api.json<ServerImport>('GET', `/${await api.upload(CUSTOMERS)}`)) },
      schema: crm,
      recipients: hostile,
      languages: [],
      errorFile: () => Promise.resolve(null),
    };
    expect(await tried.targets?.(notice)).toEqual([]);
    const { signal } = new AbortController();
    for (const target of hostile) await tried.notify(notice, { id: 'x', target, signal });
    expect(smtp.mails).toEqual([]);
    smtp.close();
  });

  test('a mailbox that is not there is not tried again, and keeps no other from its mail', async () => {
    const smtp = await startSmtp(0, 'gone@example.com');
    const worker = api.worker({ notifiers: [mailNotifier({ from: 'c@x.se', smtp: smtp.url })] });
    await worker.start();
    await api.start(CUSTOMERS, addressed(['gone@example.com', 'here@example.com']));
    await until(() => smtp.mails.length === 1);
    await until(() => smtp.refused.length === 1);
    // A second import's mail shows that the queue went on meanwhile.
    await api.start(CUSTOMERS, addressed(['later@example.com']));
    await until(() => smtp.mails.length === 2);
    expect(smtp.mails.flatMap(({ to }) => to)).toEqual(['here@example.com', 'later@example.com']);
    expect(smtp.refused).toEqual(['gone@example.com']);
    await worker.stop();
    smtp.close();
  });

  test('a password that the server does not take loses no mail: it is tried again', async () => {
    const mails: string[] = [];
    let refusals = 0;
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth(_auth, _session, done) {
        refusals += 1;
        if (refusals > 1) done(null, { user: 'crm' });
        else done(Object.assign(new Error('Wrong password'), { responseCode: 535 }));
      },
      onData(stream, session, done) {
        mails.push(...session.envelope.rcptTo.map(({ address }) => address));
        stream.resume();
        stream.once('end', () => done());
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    const smtp = `smtp://crm:secret@127.0.0.1:${port}`;
    const worker = api.worker({ notifiers: [mailNotifier({ from: 'c@x.se', smtp })] });
    await worker.start();
    await api.start(CUSTOMERS, addressed(['patient@example.com']));
    await until(() => mails.length > 0);
    expect([mails, refusals]).toEqual([['patient@example.com'], 2]);
    await worker.stop();
    server.close();
  });

  test('a worker that stops while a mail is taken waits for the answer: it comes once', async () => {
    const mails: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        mails.push(...session.envelope.rcptTo.map(({ address }) => address));
        stream.resume();
        stream.once('end', () => setTimeout(done, 1_000));
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    const mail = mailNotifier({ from: 'c@x.se', smtp: `smtp://127.0.0.1:${port}` });
    const worker = api.worker({ notifiers: [mail] });
    await worker.start();
    await api.start(CUSTOMERS, addressed(['once@example.com']));
    await until(() => mails.length > 0);
    await worker.stop();
    // Whatever was left is taken up by the next worker; what it tells last shows that it came to it.
    const next = api.worker({ notifiers: [mail] });
    await next.start();
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await api.start(CUSTOMERS, addressed(['last@example.com']));
    await until(() => mails.includes('last@example.com'));
    expect(mails).toEqual(['once@example.com', 'last@example.com']);
    await next.stop();
    server.close();
  });

  test('is put aside where there is no SMTP server, its file name no header of its own', async () => {
    const worker = api.worker({
      notifiers: [mailNotifier({ from: 'crm@example.com', outbox: api.database.client })],
    });
    await worker.start();
    const id = await api.upload(CUSTOMERS, 'a\r\nBcc: all@x.se <b>.csv');
    await api.json('PATCH', `/${id}`, { recipe: addressed(['ann@example.com']) });
    await api.json('POST', `/${id}/start`, {});
    const mails = async () =>
      (await listOutbox(api.database.client, { tenant: api.tenant })).filter(
        ({ importId }) => importId === id,
      );
    await until(async () => (await mails()).length === 1);
    const [message] = await mails();
    expect(message).toMatchObject({
      to: 'ann@example.com',
      subject: 'Import completed: a Bcc: all@x.se <b>.csv',
      attachments: [{ filename: 'errors.zip' }],
    });
    expect(await listOutbox(api.database.client, { tenant: 'another' })).toEqual([]);
    expect(message?.html).toContain('&lt;b&gt;');
  });

  test('needs somewhere to go', () => {
    expect(() => mailNotifier({ from: 'crm@example.com' })).toThrow(TypeError);
  });
});
