import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, pglite, pgliteServerDatabase, type Api } from '../server.fixture.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi(await pgliteServerDatabase(), { batchRows: 1 });
  await api.worker().start();
}, 120_000);
afterAll(async () => {
  await api.close();
  await (await pglite()).close();
});

const STORED = ['Acme,Lund,a@x.se,Ann', 'Beta,Lund,b@x.se,Bo', 'Gamma,Lund,c@x.se,Cia'];

test.each([
  {
    description: 'what one batch leaves as it is and another changes was changed',
    rows: ['Acme,Lund,a@x.se,Ann', 'Beta,Umeå,b@x.se,Bo', 'Acme,Umeå,a@x.se,Ann'],
    counts: {
      created: { company: 0, contact: 0 },
      updated: { company: 2, contact: 0 },
      unchanged: { company: 0, contact: 2 },
    },
  },
  {
    description: 'what is made and changed by rows far apart was made',
    rows: ['Delta,Lund,d@x.se,Dan', 'Acme,Kiruna,a@x.se,Eva', 'Delta,Umeå,d@x.se,Eva'],
    counts: {
      created: { company: 1, contact: 1 },
      updated: { company: 1, contact: 1 },
      unchanged: { company: 0, contact: 0 },
    },
  },
  {
    description: 'what several batches leave as it is counts once',
    rows: ['Gamma,Lund,c@x.se,Cia', 'Gamma,Lund,c@x.se,Cia', 'Gamma,Lund,e@x.se,Eva'],
    counts: {
      created: { company: 0, contact: 1 },
      updated: { company: 0, contact: 0 },
      unchanged: { company: 1, contact: 1 },
    },
  },
])(
  'records count once, by the strongest that was done to them: $description',
  async ({ rows, counts }) => {
    for (const entity of ['contact', 'company'])
      await api.database.client.query(`DELETE FROM ${api.databaseSchema}.${entity}`);
    for (const lines of [STORED, rows]) {
      const id = await api.start(['Company name,City,E-mail,First name', ...lines, ''].join('\n'));
      const { report } = await api.until(id, 'completed', 'failed');
      if (lines === rows) expect(report).toMatchObject(counts);
    }
  },
  120_000,
);
