import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import { ImportError } from '../issue/ImportError.ts';
import { createImporter } from '../importer/createImporter.ts';
import { createSession } from '../importer/createSession.ts';
import { crm, CUSTOMERS } from '../importer/crm.fixture.ts';
import type { Importer } from '../importer/Importer.ts';
import { sv } from '../locales/sv.ts';
import { connectWorker } from './connectWorker.ts';

describe('a session in a real worker', () => {
  test('gives the same rows, plan and records as in this thread', async () => {
    const inWorker = memoryAdapter(crm);
    const inThread = memoryAdapter(crm);
    const worker = connectWorker(startWorker(), { adapter: inWorker });
    const sessions = [worker, createSession({ schema: crm, adapter: inThread })];
    const [there, here] = await Promise.all(
      sessions.map(async (session) => {
        const importer = createImporter({ schema: crm, session });
        await toReview(importer);
        const planned = await importer.rows({ offset: 0, limit: 10 });
        await importer.actions.start();
        const written = await importer.rows({ offset: 0, limit: 10 });
        return { planned, written };
      }),
    );
    expect(there).toEqual(here);
    expect(there?.written.rows.map(({ outcome }) => outcome?.status)).toEqual([
      'written',
      'written',
      'rejected',
      'written',
    ]);
    expect(inWorker.records('contact')).toEqual(inThread.records('contact'));
    worker.dispose();
  });

  test('exports what is stored where the page\u2019s adapter can list it', async () => {
    const records = { company: [{ id: '1', values: { name: 'Acme', city: 'Malmö' } }] };
    const adapter = memoryAdapter(crm, { records });
    const session = connectWorker(startWorker(), { adapter });
    const file = await session.exportFile?.('csv', { settings: {} });
    expect(await file?.text()).toContain('Acme,Malmö');
    session.dispose();
    const { list: _without, ...rest } = adapter;
    const other = connectWorker(startWorker(), { adapter: rest });
    expect(other.exportFile).toBeUndefined();
    other.dispose();
  });

  test('an error file is in the language asked for, where the worker knows it', async () => {
    const adapter = memoryAdapter(crm);
    const session = connectWorker(startWorker(), { adapter });
    const importer = createImporter({ schema: crm, session });
    await toReview(importer);
    const reasons = async (...asked: Parameters<typeof session.errorFile>): Promise<string> =>
      await (await session.errorFile(...asked)).text();
    const english = await reasons('csv');
    expect(english).toContain('“cia@@beta” is not an e-mail address');
    // Texts hold functions, which no message takes: their tag goes in their place.
    const swedish = await reasons('csv', sv);
    expect(swedish).toContain('”cia@@beta” är ingen e-postadress');
    expect(await reasons('csv', 'sv-SE')).toBe(swedish);
    expect(await reasons('csv', 'nb')).toBe(english);
    expect(await reasons('csv', { ...sv, language: 'fi' })).toBe(english);
    session.dispose();
  });

  test('errors cross with their code', async () => {
    const session = connectWorker(startWorker(), { adapter: memoryAdapter(crm) });
    const error = await session
      .open(new Blob([]), 'empty.csv', {})
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ImportError);
    expect(error).toMatchObject({ code: 'file-empty' });
    session.dispose();
  });

  test('an aborted call rejects with the reason of its signal', async () => {
    const session = connectWorker(startWorker(), { adapter: memoryAdapter(crm) });
    const controller = new AbortController();
    const opened = session.open(new Blob([CUSTOMERS]), 'a.csv', {}, controller.signal);
    controller.abort(new Error('changed my mind'));
    await expect(opened).rejects.toThrow('changed my mind');
    session.dispose();
  });

  test('a worker that breaks rejects what is waiting, with a message', async () => {
    const broken = new Worker(
      URL.createObjectURL(new Blob(['throw new Error("no")'], { type: 'text/javascript' })),
    );
    const session = connectWorker(broken, { schema: crm, adapter: memoryAdapter(crm) });
    await expect(session.open(new Blob([CUSTOMERS]), 'a.csv', {})).rejects.toMatchObject({
      code: 'worker-failed',
    });
    session.dispose();
  });

  test('a page stays free while a large file is read, planned and written', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `Acme ${n},Malmö,p${n}@acme.se,Anna`);
    const session = connectWorker(startWorker(), { adapter: memoryAdapter(crm) });
    const importer = createImporter({ schema: crm, session });
    let ticks = 0;
    const timer = setInterval(() => ticks++, 10);
    await toReview(importer, ['Company name,City,E-mail,First name', ...rows].join('\n'));
    clearInterval(timer);
    expect(importer.getState()).toMatchObject({
      step: 'review',
      plan: { summary: { rows: 20_000 } },
    });
    expect(ticks).toBeGreaterThan(0);
    session.dispose();
  });
});

function startWorker(): Worker {
  return new Worker(new URL('./import.worker.fixture.ts', import.meta.url), { type: 'module' });
}

async function toReview(importer: Importer, text: string = CUSTOMERS): Promise<void> {
  await importer.actions.openFile(new File([text], 'customers.csv'));
  for (let n = 0; n < 4 && importer.getState().step !== 'review'; n++)
    await importer.actions.next();
}
