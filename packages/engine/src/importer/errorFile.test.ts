import { expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import { sv } from '../locales/sv.ts';
import { createMapping } from '../mapping/createMapping.ts';
import { crm, CUSTOMERS } from './crm.fixture.ts';
import { createRecipe } from './Recipe.ts';
import { createSession } from './createSession.ts';

test('rows that an all-or-nothing run held back are in the error file, with the reason', async () => {
  const session = createSession({ schema: crm, adapter: memoryAdapter(crm) });
  const table = await session.open(CUSTOMERS, 'customers.csv', {});
  const { columns } = createMapping(table.columns, await session.suggest(), crm);
  const recipe = createRecipe(crm, columns);
  await session.plan({ ...recipe, policy: { ...recipe.policy, allOrNothing: true } });
  const report = await session.commit({ importId: 'i1' });
  expect(report.status).toBe('failed');
  const lines = (await (await session.errorFile('csv')).text()).trim().split('\r\n');
  expect(lines.slice(1).map((line) => line.split(',')[4])).toEqual(['2', '3', '4', '5']);
  expect(lines[1]).toContain('because another row has an error');
  expect(lines[3]).not.toContain('because another row has an error');
  expect(sv.issues['held-back']).toContain('en annan rad');
});

test('rows that a cancelled run did not get to are in the error file', async () => {
  const session = createSession({ schema: crm, adapter: memoryAdapter(crm) });
  const table = await session.open(CUSTOMERS, 'customers.csv', {});
  const { columns } = createMapping(table.columns, await session.suggest(), crm);
  await session.plan(createRecipe(crm, columns));
  const stopped = AbortSignal.abort(new Error('stopped'));
  const report = await session.commit({ importId: 'i1', signal: stopped });
  expect(report.status).toBe('cancelled');
  const text = await (await session.errorFile('csv')).text();
  expect(text).toContain('anna@acme.se');
  expect(text).toContain('because the import stopped');
});
