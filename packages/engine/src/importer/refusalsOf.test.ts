import { describe, expect, test } from 'vitest';
import type { ImportPermissions } from './ImportPermissions.ts';
import type { Recipe } from './Recipe.ts';
import { entityPermission, refusalsOf, settingPermission } from './refusalsOf.ts';
import type { Decided } from './refusalsOf.ts';

const toField = (entity: string): Recipe['columns'][number]['target'] => ({
  kind: 'field',
  entity,
  field: 'name',
});

function decisions(given: {
  readonly targets?: readonly Recipe['columns'][number]['target'][];
  readonly settings?: Recipe['settings'];
  readonly defaults?: readonly string[];
}): Decided {
  const columns = (given.targets ?? []).map((target, column) => ({
    column,
    header: `Column ${column}`,
    target,
    match: false,
    write: 'overwrite' as const,
    clear: false,
    format: {},
    values: [],
  }));
  const defaults = (given.defaults ?? []).map((entity) => ({ entity, field: 'name', value: 'x' }));
  return { columns, defaults, settings: given.settings ?? {} };
}

describe('refusalsOf', () => {
  const cases: readonly {
    readonly description: string;
    readonly permissions: ImportPermissions;
    readonly given: Decided;
    readonly expected: readonly string[];
  }[] = [
    {
      description: 'nothing said: all allowed',
      permissions: {},
      given: decisions({ targets: [toField('company')], settings: { project: 'north' } }),
      expected: [],
    },
    {
      description: 'no import at all says one reason',
      permissions: { import: 'Only administrators import.', entities: { company: 'No.' } },
      given: decisions({ targets: [toField('company')] }),
      expected: ['import: Only administrators import.'],
    },
    {
      description: 'an entity a column goes to, once however many columns',
      permissions: { entities: { company: 'No companies.', contact: true } },
      given: decisions({ targets: [toField('company'), toField('company'), toField('contact')] }),
      expected: ['entity company: No companies.'],
    },
    {
      description: 'a column left out or still open asks for nothing',
      permissions: { entities: { company: 'No companies.' } },
      given: decisions({ targets: [{ kind: 'ignore' }, null] }),
      expected: [],
    },
    {
      description: 'a default value writes too',
      permissions: { entities: { company: 'No companies.' } },
      given: decisions({ defaults: ['company'] }),
      expected: ['entity company: No companies.'],
    },
    {
      description: 'a kind of import',
      permissions: { kinds: { accounts: 'Ask the owner.', contacts: true } },
      given: { ...decisions({}), kind: 'accounts' },
      expected: ['kind accounts: Ask the owner.'],
    },
    {
      description: 'values that are not named fall under *',
      permissions: { settings: { project: { north: true, '*': 'Not your project.' } } },
      given: decisions({ settings: { project: 'south' } }),
      expected: ['setting project south: Not your project.'],
    },
    {
      description: 'a named value wins over *',
      permissions: { settings: { project: { north: true, '*': 'Not your project.' } } },
      given: decisions({ settings: { project: 'north' } }),
      expected: [],
    },
    {
      description: 'each of several values counts, an empty answer does not',
      permissions: { settings: { team: { a: 'Not a.', b: true }, project: { '*': 'No.' } } },
      given: decisions({ settings: { team: ['a', 'b'], project: '' } }),
      expected: ['setting team a: Not a.'],
    },
  ];
  test.each(cases)('$description', ({ permissions, given, expected }) => {
    const said = refusalsOf(permissions, given).map(
      ({ kind, name, value, reason }) =>
        `${[kind, name, value].filter((part) => part !== null).join(' ')}: ${reason}`,
    );
    expect(said).toEqual(expected);
  });

  test('names of every object are no permissions', () => {
    expect(entityPermission({ entities: {} }, 'constructor')).toBe(true);
    expect(settingPermission({ settings: { project: {} } }, 'project', 'toString')).toBe(true);
  });
});
