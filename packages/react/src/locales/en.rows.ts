import type { OutcomeCounts } from '../result/useOutcomeCounts.ts';
import { formatsOf } from './formatsOf.ts';

const { count, number, percent } = formatsOf('en');

/** Texts of the screens that show rows: review, import, result. */
export const rows = {
  review: {
    heading: 'Review',
    intro: 'This is what will happen. Nothing has been written yet.',
    planning: 'Working out what will happen…',
    planningRows: (done: number): string =>
      `${count(done, { one: '# row', other: '# rows' })} checked`,
    statuses: {
      create: 'new',
      update: 'changed',
      unchanged: 'unchanged',
      ambiguous: 'ambiguous',
      reject: 'with errors',
      skip: 'left out',
    },
    actions: { create: 'new', update: 'changed', unchanged: 'unchanged', skip: 'left out' },
    rowStatuses: {
      create: 'New',
      update: 'Changed',
      unchanged: 'Unchanged',
      ambiguous: 'Ambiguous',
      reject: 'Error',
      skip: 'Left out',
    },
    /** @param many a status of many rows. @param one as a row alone is told. */
    statusOf: (_n: number, many: string, _one: string): string => many,
    all: 'all rows',
    filterLabel: 'Show rows that are',
    search: 'Search in the rows',
    keyEmpty: (n: number): string =>
      count(n, {
        one: '# row has an empty matching cell: it matches nothing and becomes a new record.',
        other: '# rows have an empty matching cell: they match nothing and become new records.',
      }),
    start: 'Start import',
    startRows: (n: number): string =>
      count(n, { one: 'Start import of # row', other: 'Start import of # rows' }),
    counted: (counts: string): string => `Now ${counts}.`,
    nothing: 'There is nothing to write: every row is unchanged, left out or has an error.',
    allStored: 'Everything here is already stored.',
    allStoredHelp: 'No row of this file adds or changes anything.',
    blocked: 'All or nothing is on: correct every error first.',
    issues: 'Issues',
    noIssues: 'No issues. Every row can be written.',
    issueRows: (n: number): string => count(n, { one: '# row', other: '# rows' }),
    showRows: 'Show rows',
    showAll: 'Show all rows',
    fix: 'Fix all',
    fixLabel: (value: string): string => `Replace “${value}” with`,
    fixEmptyLabel: 'Fill the empty cells with',
    fixApply: (n: number): string =>
      count(n, { one: 'Replace in # row', other: 'Replace in # rows' }),
    leaveOutRows: 'Leave these rows out',
    choices: 'What goes where',
    columns: 'Columns',
    notImported: (n: number): string =>
      count(n, { one: '# column is not imported', other: '# columns are not imported' }),
    settings: 'Settings',
    edits: (n: number): string =>
      count(n, { one: '# cell corrected by hand', other: '# cells corrected by hand' }),
    excluded: (n: number): string =>
      count(n, { one: '# row left out by you', other: '# rows left out by you' }),
    none: 'none',
    on: 'On',
    off: 'Off',
  },
  grid: {
    label: 'Rows',
    row: 'Row',
    status: 'Status',
    loading: 'Loading…',
    empty: 'No rows here.',
    failed: 'The rows could not be loaded.',
    retry: 'Try again',
    from: 'was',
    to: 'becomes',
    edited: 'corrected',
    editLabel: (column: string, row: number): string => `${column}, row ${row}`,
    excludeRow: 'Leave this row out',
    writtenHint: 'This row is written: change the record itself instead.',
    storedHint: 'This row is stored as it is: change the record itself instead.',
    leftOutHint: 'This row was left out of the import.',
    includeRow: 'Take this row in again',
    does: {
      create: (entity: string): string => `Creates ${entity}`,
      update: (entity: string): string => `Updates ${entity}`,
      unchanged: (entity: string): string => `${entity}: as stored`,
      same: (entity: string): string => `${entity}: same as on an earlier row`,
      skip: (entity: string): string => `${entity}: left out`,
      kept: (entity: string): string => `${entity}: there already, stays as it is`,
    },
    did: {
      created: (entity: string): string => `Created ${entity}`,
      updated: (entity: string): string => `Updated ${entity}`,
      unchanged: (entity: string): string => `${entity}: unchanged`,
      same: (entity: string): string => `${entity}: same as on an earlier row`,
      skipped: (entity: string): string => `${entity}: left out`,
      kept: (entity: string): string => `${entity}: there already, stayed as it was`,
      undone: (entity: string): string => `Taken back: ${entity}`,
    },
  },
  import: {
    heading: 'Importing',
    paused: 'Paused',
    cancelling: 'Cancelling…',
    checking: 'Checking the rows…',
    progress: (done: string, total: string): string => `${done} of ${total} rows`,
    label: 'Rows done',
    rate: (rows: string): string => `${rows} rows a second`,
    timeLeft: (time: string): string => `About ${time} left`,
    almostDone: 'Almost done',
    written: 'Written',
    rejected: 'Not taken',
    left: 'Left',
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Cancel import',
    announce: (share: number): string => `${percent(share)} done`,
    stay: 'Keep this page open until it is done.',
    leave: 'You can leave this page; the import goes on.',
  },
  result: {
    done: 'Import done',
    doneInPart: (written: number, rows: number): string =>
      `${number(written)} of ${count(rows, { one: '# row', other: '# rows' })} imported`,
    doneAll: 'Everything is imported',
    cancelled: 'Import cancelled',
    failed: 'The import stopped',
    summary: ({ written = 0, unchanged = 0, skipped = 0, rejected = 0 }: OutcomeCounts): string => {
      const counts = [
        `${count(written, { one: '# row is', other: '# rows are' })} written`,
        unchanged > 0 && `${number(unchanged)} unchanged`,
        skipped > 0 && `${number(skipped)} left out`,
        rejected > 0 && `${count(rejected, { one: '# needs', other: '# need' })} correction`,
      ];
      return `${counts.filter(Boolean).join(', ')}.`;
    },
    took: (time: string): string => `It took ${time}.`,
    statuses: {
      written: 'written',
      unchanged: 'unchanged',
      skipped: 'left out',
      rejected: 'not taken',
      pending: 'not reached',
      undone: 'undone',
      'partly-undone': 'undone or kept',
    },
    rowStatuses: {
      written: 'Written',
      unchanged: 'Unchanged',
      skipped: 'Left out',
      rejected: 'Not taken',
      pending: 'Not reached',
      undone: 'Undone',
      'partly-undone': 'Undone or kept',
    },
    created: 'created',
    updated: 'updated',
    unchanged: 'unchanged',
    show: (entities: string): string => `Show ${entities.toLocaleLowerCase('en')}`,
    correct:
      'Correct the red rows below, then import just those. Or correct them in a file and drop it here again.',
    errorFiles: 'Rows not taken',
    openCorrected: 'Open a corrected file',
    importCorrected: 'Import the corrected ones',
    correctedNone: 'Nothing was changed in that file.',
    notTaken: (rows: readonly string[], n: number): string =>
      n === 1
        ? `Row ${rows.join()} was written already`
        : `${count(n, { one: '# row', other: '# rows' })} were written already: ${rows.join(', ')}${n > rows.length ? ' …' : ''}`,
    notTakenHelp: 'What the file corrects there was not taken. Change the record itself instead.',
    corrected: (n: number): string =>
      count(n, { one: '# cell corrected', other: '# cells corrected' }),
    errorFile: (format: string): string => `Rows not taken as ${format}`,
    pending: (n: number): string =>
      count(n, { one: '# row was not reached.', other: '# rows were not reached.' }),
    importRest: 'Import the rest',
    another: 'Import another file',
    finish: 'Done',
  },
  fieldTypes: {
    text: 'Text',
    number: 'Number',
    date: 'Date',
    boolean: 'Yes or no',
    email: 'E-mail',
    phone: 'Phone',
    url: 'Web address',
    choice: 'Choice',
    reference: 'Reference',
    id: 'Id',
  },
  errors: {
    heading: 'That did not work',
    tooLarge: 'The file is too large to open here. Split it, or save it as CSV.',
  },
};
