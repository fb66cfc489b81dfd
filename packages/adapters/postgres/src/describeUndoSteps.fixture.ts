import type { UndoReport } from '@importera/engine';
import { expect } from 'vitest';
import type { PostgresAdapter } from './postgresAdapter.ts';
import { context, create, crm, find, idsOf, update, write, type Check } from './sandbox.fixture.ts';
import type { SqlClient } from './SqlClient.ts';

const MADE = 11_000;

/** An import of many new records and a few changed ones, some of which somebody touched since. */
async function imported(adapter: PostgresAdapter): Promise<void> {
  const before = Array.from({ length: 40 }, (_, n) => create(n, 'company', { name: `Old ${n}` }));
  const old = idsOf(await write(adapter, before, 'earlier'));
  const made = Array.from({ length: MADE }, (_, n) => create(n, 'company', { name: `N ${n}` }));
  const ids = idsOf(await write(adapter, made, 'import-1'));
  const changed = old.map((id, n) => ({ ...update(id, 'company', { name: `New ${n}` }), row: n }));
  await write(adapter, changed, 'import-1');
  const child = { ...create(0, 'contact', { name: 'Child' }), parentId: ids[6] ?? null };
  await write(
    adapter,
    [
      { ...update(ids[5] ?? '', 'company', { size: 1 }), row: 2 },
      { ...update(old[3] ?? '', 'company', { size: 1 }), row: 3 },
      { ...child, row: 4 },
    ],
    'by hand',
  );
}

const EXPECTED: UndoReport = { reversed: MADE + 40 - 3, kept: 3, failed: 0 };

/** A client that loses its connection at the n-th transaction. */
function breakingAt(client: SqlClient, at: number): SqlClient {
  let transactions = 0;
  return {
    query: (sql, params) => client.query(sql, params),
    transaction: (run) =>
      client.transaction(async (tx) => {
        const result = await run(tx);
        if (++transactions === at) throw new Error('Connection terminated unexpectedly');
        return result;
      }),
  };
}

/** Undo of imports too large for one transaction. */
export function describeUndoSteps(check: Check, connect: () => SqlClient): void {
  check('an undo says beforehand what it will do, and does it', async ({ adapter: make, sql }) => {
    const adapter = await make(crm);
    await imported(adapter);
    expect(await adapter.undoPreview('import-1', context)).toEqual(EXPECTED);
    expect(await adapter.undo('import-1', context)).toEqual(EXPECTED);
    expect(await adapter.undoPreview('import-1', context)).toEqual({
      reversed: 0,
      kept: 0,
      failed: 0,
    });
    expect(await sql('SELECT count(*)::int AS n FROM SANDBOX.company')).toEqual([{ n: 42 }]);
    expect((await find(adapter, 'company', { name: 'new 3' })).length).toBe(1);
    expect((await find(adapter, 'company', { name: 'old 4' })).length).toBe(1);
  });

  check('an undo that breaks at any step is taken up again', async ({ adapter: make, sql }) => {
    await imported(await make(crm));
    const whole = await make(crm);
    let attempts = 0;
    const report = await retrying(async (at) => {
      attempts += 1;
      const broken = breakingAt(connect(), at);
      const adapter = await make(crm, { client: broken });
      return await adapter.undo('import-1', context);
    });
    expect(attempts).toBeGreaterThan(5);
    expect(report).toEqual(EXPECTED);
    expect(await sql('SELECT * FROM SANDBOX.importera_undo')).toEqual([]);
    expect(await sql('SELECT count(*)::int AS n FROM SANDBOX.company')).toEqual([{ n: 42 }]);
    expect(await whole.undo('import-1', context)).toEqual({ reversed: 0, kept: 0, failed: 0 });
  });

  check(
    'the end of an undo is stored with what is settled, or comes again',
    async ({ adapter: make }) => {
      const adapter = await make(crm);
      await write(adapter, [create(0, 'company', { name: 'A' })]);
      const full = async (): Promise<void> => {
        throw new Error('The other table is full.');
      };
      await expect(adapter.undo('import-1', { ...context, settle: full })).rejects.toThrow('full');
      const told: UndoReport[] = [];
      const settle = async (report: UndoReport): Promise<void> => void told.push(report);
      const report = await adapter.undo('import-1', { ...context, settle });
      expect([report, told]).toEqual([{ reversed: 1, kept: 0, failed: 0 }, [report]]);
    },
  );

  check('two undos at once reverse everything once', async ({ adapter: make }) => {
    const adapter = await make(crm);
    await imported(adapter);
    const both = await Promise.all([
      adapter.undo('import-1', context),
      adapter.undo('import-1', context),
    ]);
    expect(both.map(({ reversed }) => reversed).toSorted((a, b) => a - b)).toEqual([
      0,
      EXPECTED.reversed,
    ]);
  });

  check('what an import wrote is listed page by page', async (box) => {
    const adapter = await box.adapter(crm);
    const expected = await writeAndList(adapter);
    const pages: (readonly string[])[] = [];
    for (let next: string | null | undefined; next !== null;) {
      const page = await adapter.written('import-1', 'company', { after: next ?? null, limit: 70 });
      pages.push(page.ids);
      next = page.next;
    }
    expect(pages.every(({ length }) => length <= 70)).toBe(true);
    expect(new Set(pages.flat())).toEqual(new Set(expected));
    expect(await adapter.written('nobody', 'company')).toEqual({ ids: [], next: null });
  });
}

async function writeAndList(adapter: PostgresAdapter): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let batch = 0; batch < 12; batch += 1) {
    const rows = Array.from({ length: 25 }, (_, n) =>
      create(n, 'company', { name: `${batch} ${n}` }),
    );
    ids.push(...idsOf(await write(adapter, rows)));
  }
  await write(adapter, [{ ...update(ids[0] ?? '', 'company', { size: 2 }), row: 2 }]);
  await write(adapter, [create(0, 'contact', { name: 'Other entity' })]);
  await write(adapter, [create(0, 'company', { name: 'Other import' })], 'import-2');
  return ids;
}

/** Each attempt gets one step further than the one before; the first transaction makes the tables. */
async function retrying(attempt: (at: number) => Promise<UndoReport>): Promise<UndoReport> {
  for (let at = 2; ; at += 1) {
    try {
      return await attempt(at);
    } catch (error) {
      if (at > 60) throw error;
    }
  }
}
