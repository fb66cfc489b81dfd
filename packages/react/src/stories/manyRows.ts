import type { GridRow, PlannedRecord, RowStatus, TableInfo } from '@importera/engine';
import { scriptedColumn } from './scriptedSession.ts';
import type { Script } from './scriptedSession.ts';

const ROWS = 100_000;
const headers = ['Company name', 'Org. number', 'City', 'Contact name', 'E-mail', 'Phone'];
const cities = ['Lund', 'Umeå', 'Örebro', 'Kiruna', 'Visby'];

/** A hundred thousand rows in a plan, made as they are asked for. */
export function manyRows(): Script {
  const statuses = {
    create: 88_120,
    update: 9_480,
    unchanged: 1_900,
    ambiguous: 140,
    reject: 350,
    skip: 10,
  };
  return {
    table: tableOf(ROWS),
    rows: ROWS,
    row,
    summary: {
      rows: ROWS,
      statuses,
      entities: { company: { create: 88_120, update: 9_480, unchanged: 1_900, skip: 10 } },
      updating: 9_480,
      keyEmpty: 212,
      issues: [
        {
          code: 'email-invalid',
          severity: 'error',
          entity: 'contact',
          field: 'email',
          column: 4,
          value: 'n/a',
          count: 350,
          firstRows: [8, 34, 60],
          params: { value: 'n/a' },
        },
      ],
    },
    report: {
      importId: 'many',
      status: 'completed',
      error: null,
      rows: ROWS,
      created: { company: 88_120, contact: 87_900 },
      updated: { company: 9_480, contact: 9_500 },
      unchanged: { company: 1_900, contact: 2_000 },
      skipped: 10,
      rejected: 350,
      ids: { company: ['1', '2'], contact: ['3'] },
      seconds: 21.4,
      startedAt: '2026-01-01T10:00:00Z',
      finishedAt: '2026-01-01T10:00:21Z',
    },
  };
}

export function tableOf(rowCount: number): TableInfo {
  const cells = row(0).cells;
  return {
    fileName: 'everyone.csv',
    fileSize: 12_400_000,
    format: 'csv',
    encoding: 'utf-8',
    encodingConfidence: 1,
    delimiter: ',',
    sheets: [{ name: 'everyone', rows: rowCount }],
    sheet: 'everyone',
    headerRow: 1,
    headerConfidence: 1,
    skipRows: 0,
    columns: headers.map((header, index) => scriptedColumn(index, header, [cells[index] ?? ''])),
    rowCount,
    complete: true,
    issues: [],
    signature: 'everyone',
    preview: [{ row: 1, cells: headers }, ...Array.from({ length: 20 }, (_, index) => row(index))],
    doubtful: false,
  };
}

function row(index: number): GridRow {
  const status = statusOf(index);
  const city = cities[index % cities.length] ?? '';
  const email = status === 'reject' ? 'n/a' : `person${index}@example.com`;
  return {
    row: index + 2,
    cells: [
      `Company ${index + 1}`,
      `55${String(index).padStart(4, '0')}-1234`,
      city,
      `Person ${index + 1}`,
      email,
      '+46 70 123 45 67',
    ],
    edited: [],
    outcome: null,
    planned: {
      row: index + 2,
      status,
      records: status === 'reject' ? [] : [recordOf(index, status, city)],
      issues:
        status === 'reject'
          ? [
              {
                code: 'email-invalid',
                severity: 'error',
                row: index + 2,
                column: 4,
                entity: 'contact',
                field: 'email',
                params: { value: 'n/a' },
              },
            ]
          : [],
    },
  };
}

function statusOf(index: number): RowStatus {
  if (index % 26 === 6) return 'reject';
  if (index % 9 === 3) return 'update';
  if (index % 17 === 4) return 'unchanged';
  return index % 31 === 5 ? 'ambiguous' : 'create';
}

function recordOf(index: number, status: RowStatus, city: string): PlannedRecord {
  return {
    entity: 'company',
    action: status === 'update' || status === 'unchanged' ? status : 'create',
    record: index,
    id: null,
    parent: null,
    match: status === 'ambiguous' ? 'ambiguous' : status === 'create' ? 'none' : 'stored',
    keyEmpty: false,
    candidates: status === 'ambiguous' ? ['a', 'b'] : [],
    values: {},
    changes: status === 'update' ? [{ field: 'city', from: 'Skara', to: city }] : [],
  };
}
