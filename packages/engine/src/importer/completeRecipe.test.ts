import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import { createMapping } from '../mapping/createMapping.ts';
import { completeRecipe } from './completeRecipe.ts';
import { createSession } from './createSession.ts';
import { crm } from './crm.fixture.ts';
import { parseRecipe } from './parseRecipe.ts';
import type { Recipe } from './Recipe.ts';

async function complete(csv: string, json: unknown): Promise<Recipe> {
  const session = createSession({ schema: crm, adapter: memoryAdapter(crm) });
  await session.open(csv, 'a.csv', { headerRow: 1 });
  const table = await session.profile();
  const suggested = createMapping(table.columns, await session.suggest(), crm);
  return completeRecipe(parseRecipe(json), table, suggested.columns, crm);
}

/** `entity.field` or the kind of each column's target. */
async function targets(csv: string, columns: unknown): Promise<readonly (string | undefined)[]> {
  const recipe = await complete(csv, { columns });
  return recipe.columns.map(({ target }) =>
    target?.kind === 'field' ? `${target.entity}.${target.field}` : target?.kind,
  );
}

describe('the columns of a recipe', () => {
  test.each<[string, { file: string; columns: unknown; targets: readonly string[] }]>([
    [
      'go by their heading where the file has another at their position',
      {
        file: 'x,y\n1,2\n',
        columns: [
          { column: 0, header: 'y', target: 'contact.email' },
          { column: 1, header: 'x', target: 'contact.firstName' },
        ],
        targets: ['contact.firstName', 'contact.email'],
      },
    ],
    [
      'stay at their position where its heading is theirs, also if it repeats',
      {
        file: 'x,x\n1,2\n',
        columns: [
          { column: 1, header: 'X', target: 'contact.email' },
          { header: 'x', target: 'contact.firstName' },
        ],
        targets: ['contact.firstName', 'contact.email'],
      },
    ],
    [
      'take repeated headings in their order',
      {
        file: 'x,y,x\n1,2,3\n',
        columns: [
          { header: 'x', target: 'contact.email' },
          { header: 'x', target: 'contact.firstName' },
          { column: 1, target: 'ignore' },
        ],
        targets: ['contact.email', 'ignore', 'contact.firstName'],
      },
    ],
  ])('%s', async (_name, given) => {
    expect(await targets(given.file, given.columns)).toEqual(given.targets);
  });

  test.each<[string, readonly unknown[], RegExp]>([
    ['a heading the file does not have', [{ column: 0, header: 'z' }], /the column "z"/],
    ['a position the file does not have', [{ column: 2 }], /column 2, but the file has 2/],
    ['one position twice', [{ column: 0 }, { column: 0 }], /column 0 twice/],
    ['one heading too often', [{ header: 'x' }, { header: 'x' }], /column 0 twice/],
    ['a position and its heading', [{ column: 1 }, { header: 'y' }], /column 1 twice/],
  ])('are refused with %s', async (_name, columns, message) => {
    await expect(complete('x,y\n1,2\n', { columns })).rejects.toMatchObject({
      code: 'recipe-invalid',
      message: expect.stringMatching(message) as unknown,
    });
  });
});

describe('a recipe with a mistake is refused, and says where', () => {
  test.each<[string, unknown, RegExp]>([
    ['a misspelt member', { colums: [] }, /colums is not known here/],
    ['one of the policy', { policy: { mod: 'create' } }, /policy\.mod is not known/],
    ['one of a column', { columns: [{ column: 0, macth: true }] }, /columns\[0\]\.macth is not/],
    ['one of the reading', { read: { sheets: 'a' } }, /read\.sheets is not/],
    [
      'one of a default',
      { defaults: [{ entity: 'contact', field: 'email', value: 'a@x.se', if: 1 }] },
      /defaults\[0\]\.if is not/,
    ],
  ])('%s', (_name, json, message) => {
    expect(() => parseRecipe(json)).toThrow(message);
  });

  test.each([
    ['unknown field', 'emial', 'a@x.se', /contact\.emial/],
    ['value of another type', 'email', 'nobody', /default of "contact\.email" can not be read/],
  ])('a default with an %s', async (_name, field, value, message) => {
    const session = createSession({ schema: crm, adapter: memoryAdapter(crm) });
    await session.open('First name\nAnna\n', 'a.csv', { headerRow: 1 });
    const recipe = await complete('First name\nAnna\n', {
      columns: [{ column: 0, target: 'contact.firstName' }],
      defaults: [{ entity: 'contact', field, value }],
    });
    await expect(session.plan(recipe)).rejects.toMatchObject({
      code: 'recipe-invalid',
      message: expect.stringMatching(message) as unknown,
    });
  });
});
