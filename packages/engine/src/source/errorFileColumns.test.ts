import { expect, test } from 'vitest';
import {
  ERROR_PROBLEM_HEADER,
  ERROR_ROW_HEADER,
  errorFileColumns,
  isErrorFileHeader,
  originalRow,
} from './errorFileColumns.ts';

test('finds the columns an error file added', () => {
  expect(errorFileColumns(['Name', ERROR_ROW_HEADER, ERROR_PROBLEM_HEADER])).toEqual({
    row: 1,
    problem: 2,
  });
});

test('knows them in another case, with other spaces, or without the reasons', () => {
  expect(errorFileColumns(['importera:  ROW ', 'Name'])).toEqual({ row: 0, problem: null });
});

test.each([[['Name', 'Row']], [[]], [[ERROR_PROBLEM_HEADER]]])(
  'takes %j for an ordinary file',
  (headers) => {
    expect(errorFileColumns(headers)).toBeNull();
  },
);

test.each([
  [ERROR_ROW_HEADER, true],
  [ERROR_PROBLEM_HEADER, true],
  ['Problem', false],
  ['', false],
])('%j is an own header: %s', (header, own) => {
  expect(isErrorFileHeader(header)).toBe(own);
});

test.each([
  ['12', 12],
  [' 7 ', 7],
  ['7.0', 7],
  ['0', null],
  ['', null],
  ['-3', null],
  ['1e3', null],
  ['99999999999', null],
])('reads row number %j as %s', (text, row) => {
  expect(originalRow(text)).toBe(row);
});
