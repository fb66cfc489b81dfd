import { RECORD_ID } from '@importera/engine';
import { expect } from 'vitest';
import { type PostgresAdapter } from './postgresAdapter.ts';
import {
  codesOf,
  create,
  find,
  idsOf,
  type sandbox,
  schemaOf,
  text,
  update,
  write,
  type Check,
} from './sandbox.fixture.ts';

const people = schemaOf({
  person: {
    label: 'Person',
    fields: {
      number: { type: 'id', label: 'Number' },
      name: text('Name'),
      mail: { type: 'email', label: 'E-mail' },
      age: { type: 'number', label: 'Age' },
      level: { type: 'choice', label: 'Level', options: ['low', 'high'] },
      tags: { type: 'choice', label: 'Tags', options: [], open: true, multiple: true },
      joined: { type: 'date', label: 'Joined', time: true },
      extra: text('Extra'),
    },
  },
});

const PEOPLE_TABLE = `
CREATE TYPE SANDBOX.lev AS ENUM ('low', 'high');
CREATE TABLE SANDBOX."Peo""ple" (
  pid serial PRIMARY KEY,
  "full name" varchar(10) NOT NULL,
  e_mail text UNIQUE,
  age smallint CHECK (age >= 0),
  level SANDBOX.lev NOT NULL DEFAULT 'low',
  tags text,
  joined timestamptz,
  "upper" text GENERATED ALWAYS AS (upper("full name")) STORED,
  more jsonb,
  untouched text DEFAULT 'stays');`;

export function describeHostTables(check: Check): void {
  const inPeople = {
    table: 'Peo"ple',
    id: 'pid',
    columns: { name: 'full name', mail: 'e_mail' },
    custom: 'more',
  };
  const make = async (box: Awaited<ReturnType<typeof sandbox>>): Promise<PostgresAdapter> => {
    for (const statement of PEOPLE_TABLE.split(';\n')) await box.sql(statement);
    return box.adapter(people, { tables: { person: inPeople } });
  };

  check("a host's own table is filled as it is", async (box) => {
    const adapter = await make(box);
    const values = {
      name: 'Ann',
      mail: 'ann@x.se',
      age: 40,
      tags: ['a', 'b'],
      joined: '2024-03-01T09:30:00',
      extra: 'e',
    };
    const [id = ''] = idsOf(
      await write(adapter, [
        create(0, 'person', values),
        create(1, 'person', { name: 'Bo', level: 'high' }),
      ]),
    );
    expect(id).toMatch(/^\d+$/);
    const found = await find(adapter, 'person', { mail: 'ann@x.se' });
    expect(found).toEqual([{ id, values: { ...values, level: 'low' } }]);
    expect(await find(adapter, 'person', { [RECORD_ID]: id })).toEqual(found);
    expect(
      await box.sql(
        `SELECT "full name", level::text, "upper", more, untouched FROM SANDBOX."Peo""ple" ORDER BY pid`,
      ),
    ).toEqual([
      { 'full name': 'Ann', level: 'low', upper: 'ANN', more: { extra: 'e' }, untouched: 'stays' },
      { 'full name': 'Bo', level: 'high', upper: 'BO', more: null, untouched: 'stays' },
    ]);
    await write(adapter, [update(id, 'person', { age: 41, extra: null, number: '999' })]);
    const { extra: _, ...rest } = values;
    expect((await find(adapter, 'person', { name: 'ann' }))[0]?.values).toEqual({
      ...rest,
      age: 41,
      level: 'low',
    });
    await box.sql(
      `UPDATE SANDBOX."Peo""ple" SET more = '{"extra": {"a": [1]}}' WHERE e_mail = 'ann@x.se'`,
    );
    const [person] = await find(adapter, 'person', { name: 'ann' });
    expect(person?.values['extra'], 'an object where the field is text').toBe('{"a":[1]}');
  });

  check("what a host's table will not take is refused with the field", async (box) => {
    const adapter = await make(box);
    await write(adapter, [create(0, 'person', { name: 'First', mail: 'a@x.se' })]);
    const outcomes = await write(adapter, [
      create(0, 'person', { name: 'Fine' }),
      create(1, 'person', { name: 'far too long a name' }),
      create(2, 'person', { name: 'Young', age: -1 }),
      create(3, 'person', { mail: 'b@x.se' }),
      create(4, 'person', { name: 'Odd', level: 'medium' }),
      create(5, 'person', { name: 'Same', mail: 'a@x.se' }),
      create(6, 'person', { name: 'Old', age: 99_999 }),
      create(7, 'person', { name: 'Date', joined: 'yesterdayish' }),
      create(8, 'person', { name: 'Fine too', mail: 'A@x.se' }),
    ]);
    expect(
      outcomes.map((outcome) =>
        outcome.status === 'written' ? 'written' : [outcome.code, outcome.field],
      ),
    ).toEqual([
      'written',
      ['invalid-value', 'name'],
      ['check-violation', 'age'],
      ['required', 'name'],
      ['invalid-value', 'level'],
      ['unique-violation', 'mail'],
      ['invalid-value', 'age'],
      ['invalid-value', 'joined'],
      'written',
    ]);
  });

  check('a row a trigger refuses or leaves out is refused', async (box) => {
    const adapter = await make(box);
    await box.sql(`CREATE FUNCTION SANDBOX.guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.e_mail = 'raise@x.se' THEN RAISE EXCEPTION 'Not this one'; END IF;
      IF NEW.e_mail = 'skip@x.se' THEN RETURN NULL; END IF;
      RETURN NEW; END $$`);
    await box.sql(
      `CREATE TRIGGER guard BEFORE INSERT ON SANDBOX."Peo""ple" FOR EACH ROW EXECUTE FUNCTION SANDBOX.guard()`,
    );
    const outcomes = await write(adapter, [
      create(0, 'person', { name: 'A', mail: 'raise@x.se' }),
      create(1, 'person', { name: 'B', mail: 'skip@x.se' }),
      create(2, 'person', { name: 'C', mail: 'c@x.se' }),
    ]);
    expect(codesOf(outcomes)).toEqual(['refused', 'refused', 'written']);
    expect(outcomes[0]).toMatchObject({ message: 'Not this one' });
  });
}
