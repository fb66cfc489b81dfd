import { defineSchema } from '@importera/engine';
import { describe, expect, test } from 'vitest';
import { checkRecipe } from './checkRecipe.ts';

const schema = defineSchema({
  id: 'practice',
  entities: {
    account: {
      label: 'Account',
      extendable: true,
      fields: { name: { type: 'text', label: 'Account name' } },
    },
    contact: {
      label: 'Contact',
      parent: 'account',
      extendable: true,
      fields: { email: { type: 'email', label: 'E-mail' } },
    },
  },
  kinds: {
    both: { label: 'Both', entities: ['account', 'contact'] },
    contacts: { label: 'Contacts', entities: ['contact'] },
  },
  settings: {
    office: { type: 'context', label: 'Office', options: ['north', 'south'] },
    invite: { type: 'switch', label: 'Invite' },
  },
  policy: {
    mode: { default: 'create', choices: ['create'] },
    write: { default: 'if-empty', choices: ['if-empty', 'never'] },
  },
});

const name = { column: 0, header: 'Name', target: 'account.name' };
const email = { column: 0, header: 'E-mail', target: 'contact.email' };

test('what is left out is as the host says', () => {
  expect(checkRecipe({ columns: [name] }, schema)).toMatchObject({
    kind: 'both',
    policy: { mode: 'create', ambiguous: 'create', allOrNothing: false },
    settings: { office: null, invite: false },
    columns: [{ write: 'if-empty' }],
  });
});

describe('a recipe that fits', () => {
  test.each<[string, object]>([
    ['a kind and its fields', { kind: 'contacts', columns: [email] }],
    ['answers', { settings: { office: 'south', invite: true } }],
    ['no answer yet: a draft may be kept', { settings: { office: null } }],
    [
      'one value for all',
      { defaults: [{ entity: 'account', field: 'name', value: 'X', fixed: true }] },
    ],
    [
      'a new field, of a parent and of a child',
      {
        columns: [
          { ...name, target: { kind: 'new-field', entity: 'account', field: 'x', type: 'date' } },
          {
            column: 1,
            header: 'B',
            target: { kind: 'new-field', entity: 'contact', field: 'y', type: 'number' },
          },
        ],
      },
    ],
    ['a policy that may be chosen', { columns: [{ ...name, write: 'never' }] }],
  ])('%s', (_name, recipe) => {
    expect(checkRecipe(JSON.parse(JSON.stringify(recipe)), schema)).toMatchObject({ version: 1 });
  });
});

describe('a recipe that does not', () => {
  test.each<[string, object, RegExp]>([
    ['an unknown kind', { kind: 'homes' }, /"homes"/],
    ['a field of another kind', { kind: 'contacts', columns: [name] }, /"account"/],
    [
      'a new field of another kind',
      {
        kind: 'contacts',
        columns: [{ ...name, target: { kind: 'new-field', entity: 'account', field: 'x' } }],
      },
      /"account"/,
    ],
    [
      'a value for another kind',
      { kind: 'contacts', defaults: [{ entity: 'account', field: 'name', value: 'X' }] },
      /"account"/,
    ],
    ['an unknown setting', { settings: { color: 'red' } }, /"color"/],
    ['an answer of another type', { settings: { invite: 'yes' } }, /"invite".*wrong-type/],
    ['an answer that is no option', { settings: { office: 'west' } }, /"office".*no-option/],
    ['a policy that is fixed', { policy: { mode: 'update' } }, /policy mode/],
    [
      'a write policy that is not allowed',
      { columns: [{ ...name, write: 'overwrite' }] },
      /overwrite/,
    ],
  ])('%s', (_name, recipe, message) => {
    expect(() => checkRecipe(JSON.parse(JSON.stringify(recipe)), schema)).toThrow(message);
  });
});
