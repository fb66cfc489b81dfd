import { describe, expect, test } from 'vitest';
import { memoryAdapter } from '../adapter/memoryAdapter.ts';
import { createMapping } from '../mapping/createMapping.ts';
import { createSession } from './createSession.ts';
import { createRecipe } from './Recipe.ts';
import type { ImportSession } from './Session.ts';
import { crm } from './crm.fixture.ts';

const own = 'Importera: row,Importera: problem';

async function opened(csv: string, headerRow: number | null = 1): Promise<ImportSession> {
  const session = createSession({ schema: crm, adapter: memoryAdapter(crm) });
  await session.open(csv, 'a.csv', { headerRow });
  await session.profile();
  return session;
}

describe('corrections', () => {
  test.each<[string, { file: string; headerRow?: null; corrected: string; edits: unknown }]>([
    [
      'find their column by its heading, wherever it was moved',
      {
        file: 'Name,City\nAcme,Malmo\n',
        corrected: `City,Name,${own}\nLund,Acme,2,x\n`,
        edits: [{ row: 2, column: 1, value: 'Lund' }],
      },
    ],
    [
      'tell repeated headings apart by their order',
      {
        file: 'Phone,Name,Phone\n1,Acme,2\n',
        corrected: `Phone,Phone,Name,${own}\n1,3,Acme,2,x\n`,
        edits: [{ row: 2, column: 2, value: '3' }],
      },
    ],
    [
      'find columns of a file without headings by their letters',
      {
        file: 'Acme,Malmo\nBeta,Lund\n',
        headerRow: null,
        corrected: `Column A,Column B,${own}\nBeta,Ystad,2,x\n`,
        edits: [{ row: 2, column: 1, value: 'Ystad' }],
      },
    ],
    [
      'of an error file that was imported itself keep to its columns and its row numbers',
      {
        file: `Importera: row,Importera: problem,Name,City\n40,x,Acme,Malmo\n41,x,Beta,Lund\n`,
        corrected: `Name,City,${own}\nBeta,Ystad,41,x\n`,
        edits: [{ row: 3, column: 3, value: 'Ystad' }],
      },
    ],
    [
      'know a heading that was made safe against formulas',
      {
        file: '+46,Name\n1,Acme\n',
        corrected: `'+46,Name,${own}\n2,Acme,2,x\n`,
        edits: [{ row: 2, column: 0, value: '2' }],
      },
    ],
  ])('%s', async (_name, { file, headerRow, corrected, edits }) => {
    const session = await opened(file, headerRow === null ? null : 1);
    expect(await session.corrections(corrected, 'errors.csv')).toEqual({ edits, refused: [] });
  });

  test.each([
    ['other headings', `Town,Name,${own}`],
    ['a heading too many', `Name,City,City,${own}`],
    ['a heading too few', `Name,${own}`],
    ['no row numbers', 'Name,City'],
  ])('are refused with %s', async (_name, header) => {
    const session = await opened('Name,City\nAcme,Malmo\n');
    await expect(session.corrections(`${header}\na,b,2,x\n`, 'errors.csv')).rejects.toMatchObject({
      code: 'file-unsupported',
    });
  });

  test('leave rows alone that are written already', async () => {
    const session = await opened('E-mail,First name\na@x.se,Anna\nb@@x,Bo\n');
    const { columns } = await session.profile();
    const mapping = createMapping(columns, await session.suggest(), crm);
    await session.plan(createRecipe(crm, mapping.columns));
    await session.commit({ importId: '1' });
    const corrected = `E-mail,First name,${own}\nz@x.se,Zed,2,x\nb@x.se,Bo,3,x\n`;
    expect(await session.corrections(corrected, 'errors.csv')).toEqual({
      edits: [{ row: 3, column: 0, value: 'b@x.se' }],
      refused: [
        { row: 2, column: 0, value: 'z@x.se' },
        { row: 2, column: 1, value: 'Zed' },
      ],
    });
  });
});
