import { RECORD_ID, type Operation, type RecordValues } from '@importera/engine';
import { expect } from 'vitest';
import {
  codesOf,
  context,
  create,
  crm,
  find,
  idsOf,
  update,
  write,
  type Check,
} from './sandbox.fixture.ts';

export function describeWrites(check: Check): void {
  check('a batch of 10,000 rows leaves out just the bad ones', async ({ adapter: make, sql }) => {
    const adapter = await make(crm);
    const bad = new Map<number, [RecordValues, string, string?]>([
      [17, [{ name: 'a\0b' }, 'invalid-value', 'name']],
      [4_000, [{ code: 'C 3999' }, 'unique-violation', 'code']],
      [4_001, [{ code: ' c  3999 ' }, 'unique-violation', 'code']],
      [5_000, [{ size: 1e30 }, 'invalid-value', 'size']],
      [7_777, [{ nowhere: 'x' }, 'unknown-field', 'nowhere']],
      [9_999, [{ owner: '00000000-0000-0000-0000-000000000000' }, 'reference-missing', 'owner']],
      [8_888, [{ name: 'half \ud800 a pair' }, 'invalid-value', 'name']],
      [8_889, [{ name: 'x'.repeat(100_000) + Math.random() }, 'written']],
    ]);
    const operations = Array.from({ length: 10_000 }, (_, n) =>
      create(n, 'company', bad.get(n)?.[0] ?? { name: `Company ${n}`, code: `C ${n}`, size: n }),
    );
    const outcomes = await write(adapter, operations);
    outcomes.forEach((outcome, n) => {
      const [, code = 'written', field] = bad.get(n) ?? [];
      const got =
        outcome.status === 'refused' ? [outcome.code, outcome.field] : ['written', undefined];
      expect([n, ...got]).toEqual([n, code, field]);
    });
    const refused = [...bad.values()].filter(([, code]) => code !== 'written').length;
    expect(await sql('SELECT count(*)::int AS n FROM SANDBOX.company')).toEqual([
      { n: 10_000 - refused },
    ]);
    const [found] = await find(adapter, 'company', { code: 'c 9000' });
    expect(found?.values).toEqual({ name: 'Company 9000', code: 'C 9000', size: 9000 });
  });

  check(
    'rows on one record take effect in their order, whatever the batch',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      const [id = ''] = idsOf(await write(adapter, [create(0, 'company', { name: 'Old' })]));
      const operations: readonly Operation[] = [
        update(id, 'company', { name: 'A', size: 1 }),
        create(1, 'company', { name: 'New' }),
        { ...create(1, 'company', { size: 5 }), action: 'update', row: 4 },
        update(id, 'company', { name: 'B' }),
        { ...create(2, 'contact', { name: 'Child' }), parentRecord: 1, row: 6 },
        {
          ...create(1, 'company', { name: 'Newer' }),
          action: 'update',
          row: 7,
          references: { owner: 2 },
        },
        update(id, 'company', { name: 'C' }),
      ];
      const rows = operations.map((operation, n) => ({ ...operation, row: n + 2 }));
      const outcomes = await write(adapter, rows);
      const ids = idsOf(outcomes);
      expect(codesOf(outcomes)).toEqual(rows.map(() => 'written'));
      expect((await find(adapter, 'company', { [RECORD_ID]: id }))[0]?.values).toEqual({
        name: 'C',
        size: 1,
      });
      expect((await find(adapter, 'company', { [RECORD_ID]: ids[1] ?? '' }))[0]?.values).toEqual({
        name: 'Newer',
        size: 5,
        owner: ids[4],
      });
      expect((await find(adapter, 'contact', { name: 'child' }))[0]?.parentId).toBe(ids[1]);
    },
  );

  check(
    'what only stood against a row that was taken back is written',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      await write(adapter, [create(0, 'contact', { email: 'taken@example.com' })]);
      const outcomes = await write(adapter, [
        { ...create(0, 'company', { name: 'Bad', code: 'X1' }), row: 2 },
        { ...create(1, 'contact', { email: 'taken@example.com' }), row: 2, parentRecord: 0 },
        { ...create(2, 'company', { name: 'Good', code: 'X1' }), row: 3 },
        { ...create(3, 'contact', { name: 'Of good' }), row: 4, parentRecord: 2 },
        { ...create(4, 'contact', { name: 'Of bad' }), row: 5, parentRecord: 0 },
        { ...create(5, 'company', { name: 'Third', code: 'x1' }), row: 6 },
      ]);
      expect(codesOf(outcomes)).toEqual([
        'row-refused',
        'unique-violation',
        'written',
        'written',
        'depends-on-refused',
        'unique-violation',
      ]);
      expect(
        (await find(adapter, 'company', { code: 'x1' })).map(({ values }) => values['name']),
      ).toEqual(['Good']);
    },
  );

  check(
    'a value handed over inside a batch may be taken by a later row',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      const [id = ''] = idsOf(await write(adapter, [create(0, 'company', { code: 'K' })]));
      const outcomes = await write(adapter, [
        { ...update(id, 'company', { code: 'L' }), row: 2 },
        { ...create(1, 'company', { code: 'K' }), row: 3 },
      ]);
      expect(codesOf(outcomes)).toEqual(['written', 'written']);
    },
  );

  check('parents and ids that are none are refused, not thrown', async ({ adapter: make }) => {
    const adapter = await make(crm);
    const outcomes = await write(adapter, [
      { ...create(0, 'contact', { name: 'a' }), parentId: 'no-such' },
      { ...create(1, 'contact', { name: 'b' }), parentId: '00000000-0000-0000-0000-000000000000' },
      { ...update('00000000-0000-0000-0000-000000000000', 'company', { name: 'x' }), row: 9 },
      { ...create(2, 'contact', { name: 'c' }), parentRecord: 77, row: 10 },
    ]);
    expect(codesOf(outcomes)).toEqual([
      'reference-missing',
      'reference-missing',
      'not-found',
      'depends-on-refused',
    ]);
  });

  check(
    'an aborted write stores nothing and rejects with the reason',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      const controller = new AbortController();
      const reason = new Error('stopped by hand');
      controller.abort(reason);
      const batch = {
        id: 'import-1/aborted',
        operations: [create(0, 'company', { name: 'Never' })],
      };
      await expect(adapter.write(batch, { ...context, signal: controller.signal })).rejects.toBe(
        reason,
      );
      expect(await find(adapter, 'company', { name: 'never' })).toEqual([]);
      expect(codesOf(await adapter.write(batch, context))).toEqual(['written']);
    },
  );
}
