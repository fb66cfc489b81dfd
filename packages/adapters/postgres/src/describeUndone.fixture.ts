import { RECORD_ID } from '@importera/engine';
import { expect } from 'vitest';
import { context, create, crm, find, idsOf, update, write, type Check } from './sandbox.fixture.ts';

export function describeUndone(check: Check): void {
  check(
    'undo that the database will not take fails for that record alone',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      const [a = '', b = ''] = idsOf(
        await write(
          adapter,
          [create(0, 'company', { code: 'A' }), create(1, 'company', { code: 'B' })],
          'first',
        ),
      );
      await write(
        adapter,
        [update(a, 'company', { code: 'A2' }), { ...update(b, 'company', { code: 'B2' }), row: 3 }],
        'second',
      );
      await write(adapter, [create(0, 'company', { code: 'A' })], 'third');
      expect(await adapter.undo('second', context)).toEqual({ reversed: 1, kept: 0, failed: 1 });
      expect((await find(adapter, 'company', { code: 'b' })).map(({ id }) => id)).toEqual([b]);
      expect((await find(adapter, 'company', { code: 'a2' })).map(({ id }) => id)).toEqual([a]);
    },
  );

  check(
    'undo keeps what someone changed between two writes of the import',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      const [id = ''] = idsOf(
        await write(adapter, [create(0, 'company', { name: 'A', size: 1 })], 'first'),
      );
      await write(adapter, [update(id, 'company', { name: 'B' })], 'second');
      await write(adapter, [update(id, 'company', { size: 2 })], 'by hand');
      await write(adapter, [update(id, 'company', { name: 'C' })], 'second');
      expect(await adapter.undo('second', context)).toEqual({ reversed: 0, kept: 1, failed: 0 });
      expect((await find(adapter, 'company', { [RECORD_ID]: id }))[0]?.values).toEqual({
        name: 'C',
        size: 2,
      });
    },
  );

  check(
    'undo takes back records that point at each other, and custom fields',
    async ({ adapter: make, sql }) => {
      const adapter = await make(crm);
      await adapter.createField(
        { entity: 'company', field: 'note', label: 'Note', type: 'text' },
        context,
      );
      const [kept = ''] = idsOf(
        await write(adapter, [create(0, 'company', { name: 'Kept', note: 'before' })], 'first'),
      );
      await write(adapter, [
        { ...create(0, 'company', { name: 'Made' }), row: 2 },
        { ...create(1, 'contact', { name: 'Child' }), row: 2, parentRecord: 0 },
        { ...create(0, 'company', {}), action: 'update', row: 3, references: { owner: 1 } },
        { ...update(kept, 'company', { note: 'after', owner: null }), row: 4 },
      ]);
      // The company points at the contact and the contact at the company: each waits for the other, so both stay.
      expect(await adapter.undo('import-1', context)).toEqual({ reversed: 1, kept: 2, failed: 0 });
      expect((await find(adapter, 'company', { name: 'kept' }))[0]?.values).toEqual({
        name: 'Kept',
        note: 'before',
      });
      // Only the first import can still be undone.
      expect(await sql('SELECT import_id FROM SANDBOX.importera_writes')).toEqual([
        { import_id: 'first' },
      ]);
      expect(await sql('SELECT * FROM SANDBOX.importera_undo')).toEqual([]);
    },
  );

  check('without undo nothing is kept for it', async ({ adapter: make, sql }) => {
    const adapter = await make(crm, { undo: false });
    await write(adapter, [create(0, 'company', { name: 'A' })]);
    expect(await sql('SELECT count(*)::int AS n FROM SANDBOX.importera_writes')).toEqual([
      { n: 0 },
    ]);
    expect(await adapter.undo('import-1', context)).toEqual({ reversed: 0, kept: 0, failed: 0 });
  });
}
