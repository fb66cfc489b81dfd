import type { ListRequest, StoredRecord } from '../adapter/PersistenceAdapter.ts';
import type { AdapterBench, Check } from './adapterBench.ts';

/** What is stored, told part by part (AP3). An adapter without `list` passes. */
export function describeList(check: Check): void {
  check('list tells every record once, whatever the size of its parts', async (bench) => {
    if (bench.adapter.list === undefined) return;
    const names = Array.from({ length: 7 }, (_, i) => `Company ${i}`);
    for (const name of names) await bench.create('company', { name, revenue: 12.5 });
    for (const limit of [1, 3, 7, 100]) {
      const records = await listed(bench, { entity: 'company', limit });
      bench.expect(records.map(({ values }) => values['name']).sort()).toEqual(names);
      bench.expect(records.map(({ values }) => values['revenue'])).toEqual(names.map(() => 12.5));
    }
    bench.expect(await listed(bench, { entity: 'contact', limit: 2 })).toEqual([]);
  });
  check('list keeps to the records with the values asked for', async (bench) => {
    if (bench.adapter.list === undefined) return;
    const acme = await bench.create('company', { name: 'Åkeri Öst', founded: '2001-02-03' });
    const other = await bench.create('company', { name: 'åkeri öst ', founded: '2001-02-03' });
    await bench.create('company', { name: 'Åkeri Öst' });
    await bench.create('company', { name: 'Beta', founded: '2001-02-03' });
    const where = { name: 'ÅKERI  ÖST', founded: '2001-02-03' };
    const records = await listed(bench, { entity: 'company', limit: 1, where });
    bench.expect(records.map(({ id }) => id).sort()).toEqual([acme, other].sort());
  });
  check('list keeps to the children of the records asked for', async (bench) => {
    if (bench.adapter.list === undefined) return;
    const [acme, beta] = [
      await bench.create('company', { name: 'Acme' }),
      await bench.create('company', { name: 'Beta' }),
    ];
    for (const [name, parent] of [
      ['Ann', acme],
      ['Bo', beta],
      ['Cy', acme],
    ] as const)
      await bench.create('contact', { name }, parent);
    const namesOf = async (parentIds: readonly string[]): Promise<readonly unknown[]> =>
      (await listed(bench, { entity: 'contact', limit: 2, parentIds }))
        .map(({ values, parentId }) => [values['name'], parentId])
        .sort();
    bench.expect(await namesOf([acme])).toEqual([
      ['Ann', acme],
      ['Cy', acme],
    ]);
    bench.expect((await namesOf([beta, acme])).length).toEqual(3);
    bench.expect(await namesOf([])).toEqual([]);
  });
}

/** All parts, one after the other. */
async function listed(
  { adapter, context }: AdapterBench,
  request: Omit<ListRequest, 'after'>,
): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  for (let after: string | null = null, part = 0; part === 0 || after !== null; part++) {
    const found: Awaited<ReturnType<NonNullable<typeof adapter.list>>> | undefined =
      await adapter.list?.({ ...request, after }, context());
    if (found === undefined) break;
    if (found.records.length > request.limit) throw new Error('A part is longer than asked for.');
    records.push(...found.records);
    after = found.next;
  }
  return records;
}
