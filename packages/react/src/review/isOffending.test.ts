import {
  createImporter,
  memoryAdapter,
  type GridRow,
  type IssueGroup,
  type Schema,
} from '@importera/engine';
import { expect, test } from 'vitest';
import { isOffending } from './isOffending.ts';

const schema: Schema = {
  id: 'contacts',
  entities: {
    contact: {
      label: 'Contact',
      fields: {
        name: { type: 'text', label: 'Name', required: true },
        email: { type: 'email', label: 'E-mail' },
      },
    },
  },
};

const MANY = 1200;

test('the cells of a group are told by the issues of their rows, also of more different texts than are counted apart', async () => {
  const lines = Array.from({ length: MANY }, (_, at) => `Anna ${at},broken ${at}`);
  const text = ['Name,E-mail', ...lines, 'Nils,nils@a.example', ''].join('\n');
  const { groups, rows } = await reviewed(text);
  const offending = (group: IssueGroup | undefined): readonly string[] =>
    rows
      .filter((row) => group !== undefined && isOffending(row, group))
      .map(({ cells }) => cells[1] ?? '');
  const ofEmail = groups.filter(({ field }) => field === 'email');
  expect(ofEmail.length).toBeLessThan(MANY);
  expect(offending(ofEmail.find(({ value }) => value === 'broken 7'))).toEqual(['broken 7']);
  expect(offending(ofEmail.find(({ value }) => value === null))).toHaveLength(MANY);
  expect(offending(ofEmail.find(({ value }) => value === null))).not.toContain('nils@a.example');
});

async function reviewed(
  text: string,
): Promise<{ readonly groups: readonly IssueGroup[]; readonly rows: readonly GridRow[] }> {
  const importer = createImporter({ schema, adapter: memoryAdapter(schema) });
  await importer.actions.openFile(new Blob([text]), 'contacts.csv');
  await importer.actions.replan();
  const state = importer.getState();
  const groups = 'plan' in state && state.plan.status === 'ready' ? state.plan.summary.issues : [];
  const { rows } = await importer.rows({ offset: 0, limit: MANY + 10 });
  return { groups, rows };
}
