import { normalizeKey, RECORD_ID } from '@importera/engine';
import { expect } from 'vitest';
import { create, find, idsOf, schemaOf, text, write, type Check } from './sandbox.fixture.ts';

const HOSTILE_NAMES = [
  '__proto__',
  'constructor',
  'select',
  'id',
  'parent_id',
  'custom',
  'created_at',
  'xmin',
  'Order By',
  'orgNumber',
  'org_number',
  `x"; DROP TABLE company; --`,
  `it's \\ $1 %s \u0001`,
  'åäö 漢字 🙂',
  `${'long'.repeat(40)}A`,
  `${'long'.repeat(40)}B`,
  'é'.repeat(50),
];

export function describeNames(check: Check): void {
  check('entities and fields may have any name', async ({ adapter: make }) => {
    const fields = Object.fromEntries(HOSTILE_NAMES.map((name) => [name, text(name)]));
    const entities = ['select', 'Select', `"; DROP SCHEMA public; --`, 'importera_batches'];
    const schema = schemaOf(
      Object.fromEntries(entities.map((key) => [key, { label: key, fields }])),
    );
    const adapter = await make(schema);
    for (const entity of entities) {
      const values = Object.fromEntries(HOSTILE_NAMES.map((name, n) => [name, `${entity} ${n}`]));
      const [id] = idsOf(await write(adapter, [create(0, entity, values)]));
      for (const [n, field] of HOSTILE_NAMES.entries()) {
        const key = Object.fromEntries([[field, `${entity} ${n}`.toLowerCase()]]);
        const [found] = await find(adapter, entity, key);
        expect([field, found?.id]).toEqual([field, id]);
        expect(Object.entries(found?.values ?? {})).toEqual(
          expect.arrayContaining(Object.entries(values)),
        );
      }
    }
  });

  check('values are never read as SQL', async ({ adapter: make, sql }) => {
    const adapter = await make(
      schemaOf({ company: { label: 'Company', fields: { name: text('Name') } } }),
    );
    const attacks = [
      `'); DROP TABLE company; --`,
      `$1`,
      `\\'; DELETE FROM company; --`,
      `"a" || "b"`,
      `{"a": [1]}`,
      `%_`,
      `NULL`,
      `' OR 1=1 --`,
    ];
    const outcomes = await write(
      adapter,
      attacks.map((name, n) => create(n, 'company', { name })),
    );
    for (const [n, name] of attacks.entries()) {
      const found = await find(adapter, 'company', { name: normalizeKey(text(''), name) });
      expect(found).toEqual([{ id: idsOf(outcomes)[n], values: { name } }]);
    }
    expect(await sql('SELECT count(*)::int AS n FROM SANDBOX.company')).toEqual([
      { n: attacks.length },
    ]);
    expect(await find(adapter, 'company', { [RECORD_ID]: `' OR 1=1 --` })).toEqual([]);
  });
}
