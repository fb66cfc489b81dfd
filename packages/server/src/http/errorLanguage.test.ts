import type { IssueTexts } from '@importera/engine';
import { en } from '@importera/engine/locales/en';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CUSTOMERS,
  openApi,
  pglite,
  pgliteServerDatabase,
  recipe,
  type Api,
} from '../server.fixture.ts';

const ENGLISH = '“cia@@beta” is not an e-mail address';
const SWEDISH = '”cia@@beta” är ingen e-postadress';
const FINNISH = '”cia@@beta” ei ole sähköpostiosoite';
const finnish: IssueTexts = {
  ...en,
  language: 'fi',
  issues: { ...en.issues, 'email-invalid': '”{value}” ei ole sähköpostiosoite' },
};

describe('the language of an error file', { timeout: 180_000 }, () => {
  let api: Api;
  let id = '';
  const failures: unknown[] = [];
  beforeAll(async () => {
    const onError = (error: unknown): void => void failures.push(error);
    api = await openApi(await pgliteServerDatabase(), { texts: [finnish], onError });
    id = await api.upload(CUSTOMERS);
    await api.json('POST', `/${id}/plan`, { recipe });
  }, 120_000);
  afterAll(async () => {
    await api.close();
    await (await pglite()).close();
  });

  const errors = (query: string, accepted?: string): Promise<Response> =>
    api.call(
      'GET',
      `/${id}/errors/csv${query}`,
      undefined,
      accepted === undefined ? {} : { 'accept-language': accepted },
    );

  const cases: readonly (readonly [query: string, accepted: string | undefined, is: string])[] = [
    ['', undefined, ENGLISH],
    ['?language=sv', undefined, SWEDISH],
    ['?language=sv-SE', undefined, SWEDISH],
    ['?language=SV_fi', undefined, SWEDISH],
    ['?language=fi', undefined, FINNISH],
    ['?language=nb', undefined, ENGLISH],
    ['?language=ro-RO', undefined, ENGLISH],
    ['', 'sv', SWEDISH],
    ['', 'sv-SE,sv;q=0.9,en-US;q=0.8,en;q=0.7', SWEDISH],
    ['', 'en-US,en;q=0.9,sv;q=0.8', ENGLISH],
    ['', 'nb-NO,nb;q=0.9,fi;q=0.8,en;q=0.7', FINNISH],
    ['', 'en;q=0.2,sv;q=0.5', SWEDISH],
    ['', 'sv;q=0,fi', FINNISH],
    ['', '*', ENGLISH],
    ['?language=', 'sv', SWEDISH],
    ['?language=en', 'sv', ENGLISH],
    ['?language=nb', 'sv', ENGLISH],
    ['?language=fi&language=sv', undefined, FINNISH],
    ['?language=%', undefined, ENGLISH],
    ['?language=%ff%E0%A4%A', 'sv', ENGLISH],
    ['?language[]=sv', undefined, ENGLISH],
  ];
  test.each(cases)('%j, accepting %j', async (query, accepted, reason) => {
    const response = await errors(query, accepted);
    expect(response.status).toBe(200);
    const language = { [ENGLISH]: 'en', [SWEDISH]: 'sv', [FINNISH]: 'fi' }[reason];
    expect(response.headers.get('content-language')).toBe(language);
    expect(await response.text()).toContain(reason);
  });

  test('is that of workbooks too', async () => {
    const response = await api.call('GET', `/${id}/errors/xlsx?language=sv`);
    expect([response.status, response.headers.get('content-language')]).toEqual([200, 'sv']);
  });

  const hostile = [
    'x'.repeat(100_000),
    'sv-'.repeat(30_000),
    'sv\r\nset-cookie: a=b',
    'sv\u0000',
    '\ud800',
    '__proto__',
    '../../etc/passwd',
    '=HYPERLINK("http://x")',
  ];
  test.each(hostile)('takes no harm by %#', async (value) => {
    const query = `?language=${encodeURIComponent(value.toWellFormed())}`;
    const response = await errors(query, value.replaceAll(/[^\x20-\x7e]/gu, ' '));
    expect(response.status).toBe(200);
    expect(['en', 'sv']).toContain(response.headers.get('content-language'));
    expect(response.headers.get('set-cookie')).toBe(null);
    expect(await response.text()).toContain('cia@@beta');
  });

  test('is one that is known, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        fc.stringMatching(/^[\x21-\x7e]*$/u),
        async (asked, accepted) => {
          const response = await errors(`?language=${encodeURIComponent(asked)}`, accepted);
          expect(response.status).toBe(200);
          expect(['en', 'sv', 'fi']).toContain(response.headers.get('content-language'));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('nothing of it was the server’s failure', () => {
    expect(failures).toEqual([]);
  });
});
