import type { Schema } from '@importera/engine';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { describePostgres } from './describePostgres.fixture.ts';
import { startPostgres } from './embeddedPostgres.fixture.ts';
import { fromPg } from './fromPg.ts';
import { postgresAdapter, type PostgresAdapter } from './postgresAdapter.ts';
import {
  codesOf,
  context,
  create,
  find,
  idsOf,
  sandbox,
  update,
  write,
} from './sandbox.fixture.ts';

const schema: Schema = {
  id: 'crm',
  entities: {
    company: {
      label: 'Company',
      identify: [['name']],
      fields: {
        name: { type: 'text', label: 'Name' },
        code: { type: 'text', label: 'Code', unique: true },
      },
    },
  },
};

const visits: Schema = {
  id: 'visits',
  entities: {
    visit: {
      label: 'Visit',
      fields: {
        at: { type: 'date', label: 'At', time: true },
        day: { type: 'date', label: 'Day' },
        plain: { type: 'date', label: 'Plain', time: true },
      },
    },
  },
};

function describeServer(connect: (options?: pg.PoolConfig) => pg.Pool): void {
  const pool = connect();
  const check = (what: string, body: (bench: Bench) => Promise<void>) =>
    test(what, { timeout: 60_000 }, async () => {
      const box = await sandbox(fromPg(pool));
      const beside = (options?: pg.PoolConfig): PostgresAdapter =>
        postgresAdapter({
          schema,
          client: fromPg(connect(options)),
          databaseSchema: box.databaseSchema,
        });
      try {
        await body({ ...box, adapter: await box.adapter(schema), beside });
      } finally {
        await box.close();
      }
    });

  describe('postgresAdapter on a server others use too', () => {
    check('two write at once and each value is taken once', async ({ adapter, beside }) => {
      const other = beside();
      const rows = (from: string) =>
        Array.from({ length: 300 }, (_, n) =>
          create(n, 'company', { name: `${from} ${n}`, code: `C${n}` }),
        );
      const both = await Promise.all([
        retrying(() => write(adapter, rows('one'))),
        // The other way round, so that each waits for the other sooner or later.
        retrying(() => write(other, rows('two').toReversed())),
      ]);
      const written = both.flatMap(codesOf).filter((code) => code === 'written');
      expect(written.length).toBe(300);
      const keys = Array.from({ length: 300 }, (_, n) => [`c${n}`]);
      const { matches } = await adapter.lookup(
        { entity: 'company', fields: ['code'], keys },
        context,
      );
      expect(matches.map((found) => found.length)).toEqual(keys.map(() => 1));
    });

    check('the same batch from two processes is written once', async ({ adapter, beside, sql }) => {
      const batch = {
        id: 'import-1/same',
        operations: Array.from({ length: 50 }, (_, n) => create(n, 'company', { name: `N${n}` })),
      };
      const all = await Promise.all(
        [adapter, beside(), beside()].map((one) => one.write(batch, context)),
      );
      expect(all[1]).toEqual(all[0]);
      expect(all[2]).toEqual(all[0]);
      expect(await sql('SELECT count(*)::int AS n FROM SANDBOX.company')).toEqual([{ n: 50 }]);
    });

    check(
      'two that update the same records in opposite order both come through',
      async ({ adapter, beside }) => {
        const other = beside();
        const ids = idsOf(
          await write(
            adapter,
            Array.from({ length: 100 }, (_, n) => create(n, 'company', { name: `N${n}` })),
          ),
        );
        const updates = (name: string) =>
          ids.map((id, n) => ({ ...update(id, 'company', { name }), row: n }));
        const both = await Promise.all([
          write(adapter, updates('one')),
          write(other, updates('two').toReversed()),
        ]);
        expect(both.flatMap(codesOf).filter((code) => code !== 'written')).toEqual([]);
        const named = await Promise.all(
          ['one', 'two'].map((name) => find(adapter, 'company', { name })),
        );
        // Whoever came second wrote all of them.
        expect(named.map((found) => found.length).toSorted()).toEqual([0, 10]);
      },
    );

    check(
      'a lost connection stores nothing, says to try again, and trying again works',
      async ({ beside, sql }) => {
        const application = `victim_${Date.now()}`;
        const victim = beside({ application_name: application });
        // A trigger that ends the very connection it runs on, once.
        await sql('CREATE TABLE SANDBOX.fuse (lit boolean)');
        await sql('INSERT INTO SANDBOX.fuse VALUES (true)');
        await sql(`CREATE FUNCTION SANDBOX.blow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (SELECT FROM SANDBOX.fuse WHERE lit) THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
        RETURN NULL; END $$`);
        await sql(
          'CREATE TRIGGER blow AFTER INSERT ON SANDBOX.company FOR EACH STATEMENT EXECUTE FUNCTION SANDBOX.blow()',
        );
        const batch = { id: 'import-1/lost', operations: [create(0, 'company', { name: 'Acme' })] };
        await expect(victim.write(batch, context)).rejects.toMatchObject({
          code: 'adapter-failed',
          transient: true,
        });
        await sql('UPDATE SANDBOX.fuse SET lit = false');
        expect(await sql('SELECT count(*)::int AS n FROM SANDBOX.company')).toEqual([{ n: 0 }]);
        expect(codesOf(await victim.write(batch, context))).toEqual(['written']);
      },
    );

    check('a server that is not there is a passing failure', async () => {
      const nobody = postgresAdapter({ schema, client: fromPg(connect({ port: 1 })) });
      const asked = nobody.lookup({ entity: 'company', fields: ['name'], keys: [['x']] }, context);
      await expect(asked).rejects.toMatchObject({ code: 'adapter-failed', transient: true });
    });

    check('a wrong password and missing rights are no passing failure', async ({ beside }) => {
      const stranger = beside({ password: 'wrong' });
      const asked = stranger.lookup(
        { entity: 'company', fields: ['name'], keys: [['x']] },
        context,
      );
      await expect(asked).rejects.toMatchObject({ code: 'adapter-failed', transient: false });
    });

    check('a lock that is held too long is a passing failure', async ({ adapter, beside, sql }) => {
      const [id = ''] = idsOf(await write(adapter, [create(0, 'company', { name: 'Acme' })]));
      const hurried = beside({ options: '-c lock_timeout=50ms' });
      const holder = await pool.connect();
      try {
        await holder.query('BEGIN');
        const [table] = await sql(`SELECT 'SANDBOX.company'::regclass::text AS name`);
        await holder.query(`SELECT * FROM ${String(table?.['name'])} FOR UPDATE`);
        const late = write(hurried, [update(id, 'company', { name: 'B' })]);
        await expect(late).rejects.toMatchObject({ code: 'adapter-failed', transient: true });
      } finally {
        await holder.query('ROLLBACK');
        holder.release();
      }
      expect(codesOf(await write(hurried, [update(id, 'company', { name: 'B' })]))).toEqual([
        'written',
      ]);
    });

    for (const zone of ['UTC', 'Europe/Stockholm', 'America/St_Johns']) {
      check(
        `days and moments are kept in a session of ${zone}`,
        async ({ databaseSchema, sql }) => {
          await sql(`CREATE TABLE SANDBOX.visit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          at timestamptz, day date, plain timestamp)`);
          const client = fromPg(
            connect({ options: `-c timezone=${zone} -c datestyle=German,DMY` }),
          );
          const tables = { visit: { table: 'visit' } };
          const adapter = postgresAdapter({ schema: visits, client, databaseSchema, tables });
          const values = {
            at: '2024-07-01T23:30:00',
            day: '2024-07-01',
            plain: '2024-01-01T00:00:00',
          };
          await write(adapter, [create(0, 'visit', values)]);
          for (const [field, value] of Object.entries(values)) {
            const found = await find(adapter, 'visit', { [field]: value });
            expect(found.map((record) => record.values)).toEqual([values]);
          }
        },
      );
    }

    test(
      'a database that is not UTF-8 works too, as far as its letters go',
      { timeout: 60_000 },
      async () => {
        await pool.query(
          `CREATE DATABASE ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0`,
        );
        const adapter = postgresAdapter({ schema, client: fromPg(connect({ database: 'ascii' })) });
        await adapter.createTables();
        await write(adapter, [create(0, 'company', { name: 'Åkeri  AB', code: 'x' })]);
        expect((await find(adapter, 'company', { code: 'x' }))[0]?.values).toEqual({
          name: 'Åkeri  AB',
          code: 'x',
        });
      },
    );
  });
}

interface Bench {
  readonly databaseSchema: string;
  readonly adapter: PostgresAdapter;
  /** An adapter with connections of its own. */
  beside(options?: pg.PoolConfig): PostgresAdapter;
  sql(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** As the engine does: a deadlock is a passing failure. */
async function retrying<Result>(call: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (attempt === 5 || !(error as { transient?: boolean }).transient) throw error;
    }
  }
}

const server = await startPostgres();

const pool = server.pool();
afterAll(() => server.stop());
describePostgres('Postgres', () => fromPg(pool));
describeServer(server.pool);

test('a connection that is lost while nobody uses it is replaced, and ends no process', async () => {
  const { host, port, user, database } = pool.options;
  const lone = new pg.Pool({ host, port, user, database, password: 'postgres' });
  const client = fromPg(lone);
  const pid = async (): Promise<unknown> =>
    (await client.query('SELECT pg_backend_pid() AS pid')).rows[0]?.['pid'];
  const before = await pid();
  const removed = new Promise((resolve) => lone.once('remove', resolve));
  await pool.query('SELECT pg_terminate_backend($1)', [before]);
  await removed;
  expect(await pid()).not.toBe(before);
  await lone.end();
});
