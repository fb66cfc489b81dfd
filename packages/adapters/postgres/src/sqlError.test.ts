import { expect, test } from 'vitest';
import { isRefusal, thrownError } from './sqlError.ts';

const sql = (code: string, message: string, routine?: string): Error =>
  Object.assign(new Error(message), { code, ...(routine !== undefined && { routine }) });

test.each<[string, Error]>([
  ['a closed table', sql('42501', 'åtkomst nekad för tabell company', 'aclcheck_error')],
  ['a closed table, from a driver that says less', sql('42501', 'permission denied for table x')],
  ['a missing table', sql('42P01', 'relation "company" does not exist')],
  ['a full disk', sql('53100', 'could not extend file')],
])('%s concerns every row', (_what, error) => {
  expect(isRefusal(error)).toBe(false);
  expect(thrownError(error, 'write')).toMatchObject({ fatal: true, transient: false });
});

test.each<[string, Error]>([
  ['row security', sql('42501', 'violates row-level security policy', 'ExecWithCheckOptions')],
  [
    'row security, from a driver that says less',
    sql('42501', 'new row violates row-level security'),
  ],
  ['a value that is taken', sql('23505', 'duplicate key')],
])('%s concerns one row', (_what, error) => {
  expect(isRefusal(error)).toBe(true);
});

test('a lost connection passes', () => {
  expect(thrownError(sql('08006', 'gone'), 'write')).toMatchObject({
    fatal: false,
    transient: true,
  });
});
