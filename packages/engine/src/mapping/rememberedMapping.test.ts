import { describe, expect, test } from 'vitest';
import type { Schema } from '../schema/Schema.ts';
import type { ColumnProfile } from '../table/Table.ts';
import type { ColumnMapping, ColumnTarget } from './Mapping.ts';
import { applyRememberedMapping } from './rememberedMapping.ts';

const schema: Schema = {
  id: 's',
  entities: {
    a: {
      label: 'A',
      fields: {
        name: { type: 'text', label: 'Name' },
        city: { type: 'text', label: 'City' },
        made: { type: 'text', label: 'Made' },
      },
    },
  },
};
const field = (key: string): ColumnTarget => ({ kind: 'field', entity: 'a', field: key });
const mapping = (header: string, target: ColumnTarget | null, column = 0): ColumnMapping => ({
  column,
  header,
  target,
  match: false,
  write: 'overwrite',
  clear: false,
  format: {},
  values: [],
});
const targets = (
  remembered: readonly ColumnMapping[],
  fresh: readonly ColumnMapping[],
): readonly unknown[] =>
  applyRememberedMapping(remembered, fresh, fresh, schema).map(({ target }) =>
    target === null ? null : target.kind === 'ignore' ? 'ignore' : target.field,
  );

test('what was decided comes back, wherever the column stands now', () => {
  const before = [mapping('Namn', field('city')), mapping('Skräp', { kind: 'ignore' }, 1)];
  const now = [mapping('Skräp', field('name')), mapping('Namn', field('name'), 1)];
  expect(targets(before, now)).toEqual(['ignore', 'city']);
  const [first, second] = applyRememberedMapping(before, now, now, schema);
  expect([first?.column, second?.column]).toEqual([0, 1]);
});

test('headers that are written anew are known again', () => {
  const before = [mapping('Företags-namn', field('name')), mapping('Hemort', field('city'), 1)];
  const now = [mapping('företagsnamn', null), mapping('Hemmort', null, 1)];
  expect(targets(before, now)).toEqual(['name', 'city']);
});

test('equal headers keep their places', () => {
  const before = [mapping('Telefon', field('name')), mapping('Telefon', field('city'), 1)];
  const now = [mapping('Telefon', null), mapping('Telefon', null, 1)];
  expect(targets(before, now)).toEqual(['name', 'city']);
});

test('a new column keeps its suggestion unless its field is taken', () => {
  const before = [mapping('X', field('name'))];
  const now = [
    mapping('X', null),
    mapping('Namn', field('name'), 1),
    mapping('Ort', field('city'), 2),
  ];
  expect(targets(before, now)).toEqual(['name', null, 'city']);
});

test('a field that is gone is not brought back, one that was made is an ordinary one now', () => {
  const made: ColumnTarget = {
    kind: 'new-field',
    entity: 'a',
    field: 'made',
    label: 'M',
    type: 'text',
  };
  const before = [
    mapping('Old', field('gone')),
    mapping('Proto', field('__proto__')),
    mapping('M', made),
  ];
  const now = [mapping('Old', field('city')), mapping('Proto', null, 1), mapping('M', null, 2)];
  const result = applyRememberedMapping(before, now, now, schema);
  expect(result.map(({ target }) => target)).toEqual([field('city'), null, field('made')]);
});

test('what the values prove goes before what was remembered', () => {
  const before = [
    { ...mapping('D', field('name')), format: { dateOrder: 'dmy', decimal: ',' } as const },
  ];
  const now = [{ ...mapping('D', null), format: { dateOrder: 'mdy' } as const }];
  expect(applyRememberedMapping(before, now, now, schema)[0]?.format).toEqual({
    dateOrder: 'mdy',
    decimal: ',',
  });
});

describe('a remembered match key', () => {
  const byMade: Schema = {
    ...schema,
    entities: { a: { ...schema.entities.a!, identify: [['made'], ['name']] } },
  };
  const before = [
    { ...mapping('M', field('made')), match: true },
    mapping('Namn', field('name'), 1),
  ];
  const ticks = (filled: readonly number[]): readonly boolean[] => {
    const columns = before.map(({ header }, index) => ({
      header,
      profile: { filled: filled[index] ?? 0 } as ColumnProfile,
    }));
    const fresh = before.map((column) => ({ ...column, match: false }));
    return applyRememberedMapping(before, columns, fresh, byMade).map(({ match }) => match);
  };

  test('that has no values in this file gives way to one that has', () => {
    expect(ticks([0, 3])).toEqual([false, true]);
  });

  test('stays as it was decided while it has any', () => {
    expect(ticks([1, 3])).toEqual([true, false]);
  });
});
