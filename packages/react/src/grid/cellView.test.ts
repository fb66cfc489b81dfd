import type { GridRow } from '@importera/engine';
import { expect, test } from 'vitest';
import { en } from '../locales/en.ts';
import { formatsOf } from '../locales/formatsOf.ts';
import { rowIssues, rowSummary } from './cellView.ts';
import type { SummaryWords } from './cellView.ts';

type Record = GridRow['planned']['records'][number];

const record = (entity: string, rest: Partial<Record>): Record => ({
  entity,
  action: 'unchanged',
  record: 0,
  id: null,
  parent: null,
  match: 'stored',
  keyEmpty: false,
  candidates: [],
  values: {},
  changes: [],
  ...rest,
});
const row = (records: readonly Record[], outcome: GridRow['outcome'] = null): GridRow => ({
  row: 3,
  cells: [],
  edited: [],
  planned: { row: 3, status: 'create', records, issues: [] },
  outcome,
});
const words: SummaryWords = {
  messages: en.messages,
  list: formatsOf('en').list,
  entityLabel: (entity) => entity,
  fieldLabel: (_, field) => field,
  formatIssue: () => '',
};
const repeated = [
  record('Company', { match: 'file' }),
  record('Contact', { action: 'create', match: 'none' }),
];

test('a record of an earlier row is told from a stored one', () => {
  expect(rowSummary(row(repeated), 'plan', words)).toBe(
    'Company: same as on an earlier row · Creates Contact',
  );
  const stored = [record('Company', { id: 'c1' })];
  expect(rowSummary(row(stored), 'plan', words)).toBe('Company: as stored');
});

test('a record that is there and may not be changed is told from one that is left out', () => {
  const kept = [record('Company', { action: 'skip', match: 'stored' })];
  expect(rowSummary(row(kept), 'plan', words)).toBe('Company: there already, stays as it is');
  const left = [record('Company', { action: 'skip', match: 'none' })];
  expect(rowSummary(row(left), 'plan', words)).toBe('Company: left out');
});

test('so it is in the result', () => {
  const outcome = {
    row: 3,
    status: 'written',
    records: [
      { entity: 'Company', action: 'unchanged', id: 'c9' },
      { entity: 'Contact', action: 'created', id: 'k9' },
    ],
    issues: [],
  } as const;
  expect(rowSummary(row(repeated, outcome), 'result', words)).toBe(
    'Company: same as on an earlier row · Created Contact',
  );
});

test('what keeps a row out is said first, what is only noted after it', () => {
  const issue = (code: string, severity: 'error' | 'warning' | 'info') => ({
    code,
    severity,
    params: {},
  });
  const found = [
    issue('noted', 'info'),
    issue('doubtful', 'warning'),
    issue('wrong', 'error'),
    issue('missing', 'error'),
  ];
  const refused: GridRow = {
    ...row([]),
    planned: { row: 3, status: 'reject', records: [], issues: found },
  };
  expect(rowIssues(refused, 'plan').map(({ code }) => code)).toEqual([
    'wrong',
    'missing',
    'noted',
    'doubtful',
  ]);
  const said = { ...words, formatIssue: ({ code }: { readonly code: string }) => `${code}.` };
  expect(rowSummary(refused, 'plan', said)).toBe('wrong. missing. noted. doubtful.');
});
