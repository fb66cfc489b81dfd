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
    'undo puts back what several writes of the import changed in a record, field by field',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      const [id = ''] = idsOf(
        await write(adapter, [create(0, 'company', { name: 'A', code: '1', size: 1 })], 'first'),
      );
      await write(adapter, [update(id, 'company', { name: 'B' })], 'second');
      await write(adapter, [update(id, 'company', { size: 2 })], 'second');
      await write(adapter, [update(id, 'company', { name: 'C', code: null })], 'second');
      expect(await adapter.undo('second', context)).toEqual({ reversed: 1, kept: 0, failed: 0 });
      expect((await find(adapter, 'company', { [RECORD_ID]: id }))[0]?.values).toEqual({
        name: 'A',
        code: '1',
        size: 1,
      });
    },
  );

  check('undo puts back what a trigger changed besides', async ({ adapter: make, sql }) => {
    const adapter = await make(crm);
    await sql(`CREATE FUNCTION SANDBOX.mark() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.size > OLD.size THEN NEW.code := 'grown'; END IF;
      RETURN NEW; END $$`);
    await sql(
      'CREATE TRIGGER mark BEFORE UPDATE ON SANDBOX.company FOR EACH ROW EXECUTE FUNCTION SANDBOX.mark()',
    );
    const [id = ''] = idsOf(
      await write(adapter, [create(0, 'company', { code: 'small', size: 1 })], 'first'),
    );
    await write(adapter, [update(id, 'company', { size: 2 })], 'second');
    expect((await find(adapter, 'company', { code: 'grown' })).map((found) => found.id)).toEqual([
      id,
    ]);
    expect(await adapter.undo('second', context)).toEqual({ reversed: 1, kept: 0, failed: 0 });
    expect((await find(adapter, 'company', { [RECORD_ID]: id }))[0]?.values).toEqual({
      code: 'small',
      size: 1,
    });
  });

  check(
    'undo keeps what someone changed in a column of whatever type',
    async ({ adapter: make, sql }) => {
      const columns = [
        ['spot', 'point', '(1,2)'],
        ['doc', 'json', '{"a": 1}'],
        ['data', 'jsonb', '{"a": 1}'],
        ['words', 'tsvector', 'word'],
        ['short', 'char(4)', 'b'],
        ['address', 'inet', '10.0.0.1'],
        ['days', 'interval', '2 days'],
        ['texts', 'text[]', '{b}'],
        ['note', 'text', 'b'],
        ['instant', 'timestamptz', '2026-01-02 03:04:05+00'],
        ['share', 'double precision', '0.5'],
        ['bytes', 'bytea', 'abc'],
        ['lunch', 'time', '11:30'],
        ['is_open', 'boolean', 'true'],
      ] as const;
      const adapter = await make(crm);
      for (const [name, type] of columns)
        await sql(`ALTER TABLE SANDBOX.company ADD COLUMN ${name} ${type}`);
      const made = columns.map((_, n) => create(n, 'company', { name: `N ${n}` }));
      const ids = idsOf(
        await write(adapter, [...made, create(99, 'company', { name: 'As made' })]),
      );
      for (const [n, [name, type, value]] of columns.entries())
        await sql(
          `UPDATE SANDBOX.company SET ${name} = '${value}'::${type} WHERE id::text = '${ids[n] ?? ''}'`,
        );
      const kept = columns.length;
      expect(await adapter.undo('import-1', context)).toEqual({ reversed: 1, kept, failed: 0 });
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
