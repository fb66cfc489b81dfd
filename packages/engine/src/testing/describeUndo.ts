import { create, idOf, update, type Check } from './adapterBench.ts';

/** Undo, for adapters that have it. */
export function describeUndo(check: Check): void {
  check(
    'undo removes what was made and puts back what was changed',
    async ({ adapter, context, expect, ...bench }) => {
      if (adapter.undo === undefined) return;
      const id = idOf(
        (
          await bench.write([create(0, 'company', { name: 'Old', revenue: 1 })], {
            importId: 'earlier',
          })
        )[0],
      );
      await bench.write([update(id, 'company', { name: 'New', revenue: null })]);
      await bench.write([update(id, 'company', { name: 'Newer' })]);
      const made = (
        await bench.write([
          create(0, 'company', { name: 'Made' }),
          { ...create(1, 'contact', { name: 'Ann' }), row: 2, parentRecord: 0 },
        ])
      ).map(idOf);
      expect(await adapter.undo('import-1', context())).toEqual({
        reversed: 3,
        kept: 0,
        failed: 0,
      });
      const old = await bench.read('company', id);
      expect([old?.values['name'], old?.values['revenue']]).toEqual(['Old', 1]);
      expect(await bench.read('company', made[0] ?? '')).toEqual(undefined);
      expect(await bench.read('contact', made[1] ?? '')).toEqual(undefined);
    },
  );
  check(
    'what undo says beforehand is what it then does, and changes nothing',
    async ({ adapter, context, expect, ...bench }) => {
      if (adapter.undo === undefined || adapter.undoPreview === undefined) return;
      const [touched, other] = (
        await bench.write([
          create(0, 'company', { name: 'Touched' }),
          create(1, 'company', { name: 'Other' }),
          { ...create(2, 'contact', { name: 'Ann' }), row: 3, parentRecord: 1 },
        ])
      ).map(idOf);
      await bench.write([update(touched ?? '', 'company', { name: 'Changed by hand' })], {
        importId: 'later',
      });
      const said = await adapter.undoPreview('import-1', context());
      expect(said).toEqual({ reversed: 2, kept: 1, failed: 0 });
      expect((await bench.read('company', other ?? ''))?.values['name']).toEqual('Other');
      expect(await adapter.undo('import-1', context())).toEqual(said);
      expect(await adapter.undoPreview('import-1', context())).toEqual({
        reversed: 0,
        kept: 0,
        failed: 0,
      });
    },
  );
  check('undo keeps what someone changed since', async ({ adapter, context, expect, ...bench }) => {
    if (adapter.undo === undefined) return;
    const [touched, other] = (
      await bench.write([
        create(0, 'company', { name: 'Touched' }),
        create(1, 'company', { name: 'Other' }),
      ])
    ).map(idOf);
    await bench.write([update(touched ?? '', 'company', { name: 'Changed by hand' })], {
      importId: 'later',
    });
    expect(await adapter.undo('import-1', context())).toEqual({ reversed: 1, kept: 1, failed: 0 });
    expect((await bench.read('company', touched ?? ''))?.values['name']).toEqual('Changed by hand');
    expect(await bench.read('company', other ?? '')).toEqual(undefined);
  });
  check(
    'undo keeps a parent that got children since',
    async ({ adapter, context, expect, ...bench }) => {
      if (adapter.undo === undefined) return;
      const acme = idOf((await bench.write([create(0, 'company', { name: 'Acme' })]))[0]);
      await bench.write([{ ...create(0, 'contact', { name: 'Ann' }), parentId: acme }], {
        importId: 'later',
      });
      expect(await adapter.undo('import-1', context())).toEqual({
        reversed: 0,
        kept: 1,
        failed: 0,
      });
      expect((await bench.read('company', acme))?.values['name']).toEqual('Acme');
    },
  );
  check(
    'undo twice reverses once; an unknown import has nothing to undo',
    async ({ adapter, context, expect, write }) => {
      if (adapter.undo === undefined) return;
      await write([create(0, 'company', { name: 'Acme' })]);
      expect((await adapter.undo('import-1', context())).reversed).toEqual(1);
      expect((await adapter.undo('import-1', context())).reversed).toEqual(0);
      expect(await adapter.undo('never-heard-of', context())).toEqual({
        reversed: 0,
        kept: 0,
        failed: 0,
      });
    },
  );
  check(
    'an undone import can be run again under the same id',
    async ({ adapter, context, expect, find, write }) => {
      if (adapter.undo === undefined) return;
      await write([create(0, 'company', { name: 'Acme' })], { id: 'import-1/1' });
      await adapter.undo('import-1', context());
      await write([create(0, 'company', { name: 'Acme' })], { id: 'import-1/1' });
      expect((await find('company', { name: 'Acme' })).length).toEqual(1);
    },
  );
}
