import { serverSession } from '@importera/server/client';
import { createImporter } from '@importera/engine';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { scenario } from '../scenarios/fortnox-crm/scenario.ts';
import { createServer, type DemoServer } from './createServer.ts';

let demo: DemoServer | null = null;
beforeAll(async () => {
  demo = await createServer({
    port: 0,
    database: { url: null, folder: null },
    work: true,
    smtp: undefined,
    pageRoot: import.meta.dirname,
    scenariosRoot: import.meta.dirname,
  });
}, 120_000);
afterAll(() => demo?.close());

interface Mail {
  readonly subject: string;
  readonly text: string;
}

test.each([
  [
    'sv',
    'Importen är klar: kunder-sv.csv',
    'Raderna som inte importerades är bifogade',
    'Företag, skapade: 1',
  ],
  [
    'en',
    'Import completed: kunder-en.csv',
    'The rows that were not imported are attached',
    'Company: 1 created',
  ],
])(
  'FX19 the report is mailed in the language of the page it was started from: %s',
  { timeout: 120_000 },
  async (language, subject, attached, counted) => {
    const origin = `http://localhost:${demo?.port}`;
    const { path, schema } = scenario;
    const signedIn = await fetch(`${origin}/api/${path}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: 'astrid' }),
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const headers = { cookie, 'x-demo-company': path, 'accept-language': language };
    const session = serverSession({
      url: `${origin}/api/imports`,
      schema: schema.id,
      headers: () => headers,
    });
    const importer = createImporter({ schema, session });
    const content = `Company name;E-mail\nNytt ${language} AB;${language}@nytt.example\nTrasigt AB;b@@\n`;
    await importer.actions.openFile(new File([content], `kunder-${language}.csv`));
    importer.dispatch({ type: 'setting-changed', key: 'reportTo', value: ['ann@nytt.example'] });
    await importer.actions.goTo('review');
    await importer.actions.start();
    expect(importer.getState()).toMatchObject({ step: 'result', report: { rejected: 1 } });
    const mail = await vi.waitFor(
      async () => {
        const answer = await fetch(`${origin}/api/${path}/mails`, { headers });
        const { mails } = (await answer.json()) as { readonly mails: readonly Mail[] };
        const found = mails.find((one) => one.subject.endsWith(`kunder-${language}.csv`));
        expect(found).toBeDefined();
        return found;
      },
      { timeout: 60_000, interval: 200 },
    );
    expect(mail?.subject).toBe(subject);
    expect(mail?.text).toContain(attached);
    expect(mail?.text).toContain(counted);
  },
);
