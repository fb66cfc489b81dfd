import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectQuiet, FIRST, live, makeWorld, step, type Step } from './syncWorld.fixture.ts';

test('SS6 whatever happens and wherever it breaks: nothing deleted, nothing twice, both sides agree, then it is quiet', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40, size: 'max' }),
      fc.record({ pageSize: fc.integer({ min: 1, max: 5 }), forgetful: fc.boolean() }),
      fc.constantFrom('invoices', 'orders'),
      async (steps, { pageSize, forgetful }, source) => {
        await live(makeWorld({ pageSize, forgetful }), steps, source);
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);

const SCENE: readonly Step[] = [
  { do: 'document', kind: 'order', by: 'Anna Ek', amount: 1 },
  { do: 'document', kind: 'order', by: '', amount: 2 },
  { do: 'invoice-order', at: 0 },
  { do: 'document', kind: 'invoice', by: 'Nobody', amount: 3 },
  { do: 'deal', status: 'won', amount: 4 },
  { do: 'price', list: 'A', price: 5 },
];

test.for([
  ['crash-before', 'invoices', 'invoices'],
  ['crash-after', 'invoices', 'invoices'],
  ['refuse-before', 'orders', 'orders'],
  ['refuse-after', 'orders', 'orders'],
  ['crash-after', 'invoices', 'orders'],
  ['crash-after', 'orders', 'invoices'],
] as const)('SS6 a %s at any call of a run from %s, then one from %s', async ([hit, from, to]) => {
  let struck = true;
  for (let call = 1; struck; call += 1) {
    const world = makeWorld({ pageSize: 2, forgetful: true });
    for (const one of SCENE) await world.act(one);
    world.use({ ...FIRST, source: from });
    const { calls } = await world.run({ call, kind: hit });
    struck = calls >= call;
    world.use({ ...FIRST, source: to });
    await expectQuiet(world);
    expect(call).toBeLessThan(200);
  }
});
