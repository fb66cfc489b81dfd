import type { IssueParams } from '../issue/Issue.ts';
import type { IssueTexts } from '../issue/IssueTexts.ts';

/** Names of the orders a date may be written in. */
const ORDERS: Readonly<Record<string, string>> = {
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
};
const orderOf = ({ order }: IssueParams): string => ORDERS[String(order)] ?? ORDERS['dmy'] ?? '';

const DELIMITERS: Readonly<Record<string, string>> = {
  '\t': 'tab',
  ',': 'comma',
  ';': 'semicolon',
  '|': 'bar',
  ' ': 'space',
};
const delimiterOf = ({ delimiter }: IssueParams): string =>
  DELIMITERS[String(delimiter)] ?? '“{delimiter}”';

/** English. */
export const en: IssueTexts = {
  language: 'en',
  issues: {
    'cells-outside-sheet': ({ far }) =>
      far === true
        ? 'Sheet “{sheet}” has {count} cells very far from all others. They were left out.'
        : 'Sheet “{sheet}” has {count} cells outside what a sheet can hold. They were left out.',
    'delimiter-doubtful': (params) =>
      `It is not certain what separates the columns; ${delimiterOf(params)} was taken. Look at the preview and choose another sign if the columns are wrong.`,
    'encoding-doubtful':
      'It is not certain how the letters of this file are encoded; {encoding} was taken. If å, é or ł look wrong in the preview, choose another encoding.',
    'extension-mismatch':
      'The file is named .{extension} but holds {format}. It was read as {format}.',
    'invalid-characters':
      'The cell has characters that could not be read (�). Choose another encoding, or correct the cell.',
    'mixed-line-breaks':
      'The file mixes several kinds of line breaks. Check that no row is split in two.',
    'more-issues': 'There are more than {most} issues of this kind; the others are not listed.',
    'nul-characters':
      'The cell has NUL characters, which suggest a damaged file or a wrong encoding. Check the cell.',
    'quote-in-quotes':
      'A quotation mark inside a quoted cell was not doubled. It was kept as part of the text; check the cell.',
    'separator-line': (params) =>
      `The first line of the file names the separator (${delimiterOf(params)}). It was used and is no row.`,
    'sheet-empty': 'Sheet “{sheet}” is empty. Choose another sheet.',
    'sheet-unreadable':
      'Sheet “{sheet}” can not be read and was passed over. Save the workbook anew if it is needed.',
    'stray-quote':
      'A quotation mark stands in the middle of a cell. It was kept as part of the text; check the cell.',
    'too-few-cells':
      'The row has {found} cells where the header has {expected}. The missing ones were taken as empty; check that the values stand in the right columns.',
    'too-many-cells':
      'The row has {found} cells where the header has {expected}. Perhaps a text holds the separator; check that the values stand in the right columns.',
    'unterminated-quote':
      'A quotation mark is opened but never closed, so the rest of the file was taken for one cell. Close it in the file, or choose no quotation mark.',
    'workbook-empty': 'The workbook has no sheet with cells.',
    'duplicate-header':
      'Several columns are called “{header}”. Check that each goes to the right field.',
    'no-data-rows': 'There are no rows below the header, so there is nothing to import.',
    'totals-row':
      'The last row (“{value}”) sums the rows above it. Leave it out unless it is a record of its own.',
    'boolean-invalid': '“{value}” is neither yes nor no. Write yes or no.',
    'cell-error':
      'The cell holds the spreadsheet error {value}. Correct the formula, or empty the cell.',
    'choice-unknown':
      '“{value}” is not one of the options. Choose an option for it, or correct the cell.',
    'date-impossible': (params) =>
      `“{value}” is no day of the calendar (read as ${orderOf(params)}). Correct it, or choose another order of day and month for the column.`,
    'date-invalid': '“{value}” is not a date. Write it as 2024-03-01.',
    'date-order-ambiguous': (params) =>
      params['conflict'] === true
        ? `The column has dates with the day first and dates with the month first. “{value}” was read as ${orderOf(params)}; check it, or choose another order.`
        : `Nothing in the column proves whether the day or the month comes first. “{value}” and the others were read as ${orderOf(params)}; choose another order if that is wrong.`,
    'decimal-ambiguous': ({ decimal, conflict }) =>
      conflict === true
        ? `The column has numbers with a decimal comma and numbers with a decimal point. “{value}” was read with the ${decimal === ',' ? 'comma' : 'point'} as the decimal sign; check it, or choose the other.`
        : `Nothing in the column proves whether “{value}” has decimals. It was read with the ${decimal === ',' ? 'comma' : 'point'} as the decimal sign; choose the other if that is wrong.`,
    'decimal-differs': ({ decimal }) =>
      `“{value}” has a decimal ${decimal === ',' ? 'point' : 'comma'}, unlike the rest of the column. It was read so; check it.`,
    'digits-rounded':
      '“{value}” is a number of more digits than a spreadsheet keeps; its last ones may have become noughts. Check it against the original, and keep such numbers as text.',
    'email-invalid': '“{value}” is not an e-mail address. Write it as name@example.com.',
    'email-several':
      '“{value}” holds several e-mail addresses, and the field takes one. Keep one of them.',
    // A word is no number with the other sign either.
    'number-invalid': ({ decimal, value }) =>
      decimal === undefined || !/\d/u.test(String(value))
        ? '“{value}” is not a number. Write digits only.'
        : `“{value}” is not a number with a decimal ${decimal === ',' ? 'comma' : 'point'}. Correct it, or choose the other decimal sign for the column.`,
    'number-too-long':
      '“{value}” has more digits than a number can hold, so the last would be lost. Match the column to a text field.',
    'offset-dropped':
      'The times of the column have a time zone (as “{value}”). The time was kept as written, the zone was left out.',
    'phone-country-missing':
      '“{value}” has no country code, so it can not be told whose number it is. Write it with + and the country code.',
    'phone-doubtful':
      '“{value}” has the length of a phone number but is in no known number range. It is imported; check it.',
    'phone-invalid':
      '“{value}” is not a phone number. Write it with + and the country code, as +46 70 123 45 67.',
    'phone-rounded':
      '“{value}” is a phone number that a spreadsheet turned into a rounded number; its last digits are lost. Write the number anew, as text.',
    'phone-several':
      '“{value}” holds several phone numbers, and the field takes one. Keep one of them.',
    'phone-within-text': '{number} was taken out of “{value}”; the rest was left out. Check it.',
    'placeholder-empty': '“{value}” was read as empty.',
    'time-dropped':
      'The dates of the column have a time of day (as “{value}”), and the field keeps only the date. The time was left out.',
    'url-invalid': '“{value}” is not a web address. Write it as https://example.com.',
    'value-dropped': 'Two columns go to this field. “{kept}” was kept, “{value}” was left out.',
    'check-refused': '{message}',
    'check-threw':
      'The check of this value failed: {message} The value can not be imported before the check works.',
    'format-invalid':
      '“{value}” is not valid as {label}: a digit is wrong, missing or too many. Correct it.',
    'not-integer': '“{value}” has decimals. Write a whole number.',
    'not-unique': ({ firstRow, matched }) => {
      const instead = matched === true ? ', or what else the row is matched by.' : undefined;
      return firstRow === undefined
        ? `“{value}” is taken by another record, and {label} must be unique. Correct it${instead ?? ', or match by {label} to update that record.'}`
        : `“{value}” stands in row {firstRow} too, and {label} must be unique. Correct one of them${instead ?? ', or match by {label} so that both are one record.'}`;
    },
    'pattern-mismatch': ({ example }) =>
      example === undefined
        ? '“{value}” is not written as the field needs it. Correct it.'
        : '“{value}” is not written as the field needs it. Write it as {example}.',
    required: ({ mapped, late }) => {
      if (mapped !== false)
        return '{label} is empty, and a new record needs it. Fill it in, or give a default.';
      return late === true
        ? '{label} is missing, and a new record needs it. Open the error file as a new import, with a column for {label} or a default.'
        : '{label} is missing, and a new record needs it. Match a column to {label}, or give a default.';
    },
    'too-early': '{value} is before {min}, the earliest date the field takes. Correct it.',
    'too-large': '{value} is more than {max}, the most the field takes. Correct it.',
    'too-late': '{value} is after {max}, the latest date the field takes. Correct it.',
    'too-long': 'The text has {length} characters; the field takes at most {max}. Shorten it.',
    'too-short': 'The text has {length} characters; the field takes at least {min}. Complete it.',
    'too-small': '{value} is less than {min}, the least the field takes. Correct it.',
    'ambiguous-match': ({ value, done }) => {
      const next = {
        created: 'A new one was created.',
        skipped: 'It was left out.',
        open: 'Choose in the settings whether a new one is created or the row is skipped.',
      }[done === 'created' || done === 'skipped' ? done : 'open'];
      return value === undefined
        ? `Several records match this row. ${next}`
        : `{count} stored records match this row: {value}. ${next}`;
    },
    'id-unknown': 'No record has the id “{value}”, so a new one is created with an id of its own.',
    'parent-differs':
      'The record belongs to another parent than this row says. It stays where it is.',
    'reference-ambiguous':
      '“{value}” fits {count} records, so it can not be told which is meant. Write something that only one of them has.',
    'reference-unknown':
      '“{value}” was not found as {label}. Correct it, or create that record first.',
    'cell-cut':
      'A cell has more than {most} characters, so this file has only its beginning. Leave it as it is and drop the file on the same import to keep the whole text, or use the CSV file.',
    'depends-on-rejected-row':
      'The row needs a record of a row above that was rejected. Correct that row, then import both.',
    'held-back':
      'Not written, because another row has an error. Correct that row, then import both.',
    'not-reached': 'Not written, because the import stopped before this row. Import it again.',
    'write-failed': ({ message }) =>
      `The row could not be written${message === undefined || message === '' ? '' : ': {message}'}. Nothing of it was stored; try again.`,
    'write-refused': ({ message }) =>
      message === undefined || message === ''
        ? 'The system the records go to refused the row. Correct it and import it again.'
        : '{message}',
  },
  otherIssue: 'This was not accepted ({code}).',
  errors: {
    'file-empty': '{message}',
    'file-encrypted': '{message}',
    'file-corrupt': '{message}',
    'file-unsupported': '{message}',
    'file-too-large': '{message}',
    'file-unreadable': '{message}',
    'sheet-missing': '{message}',
    'option-invalid': '{message}',
    'schema-invalid': '{message}',
    'recipe-invalid': '{message}',
    'check-failed': '{message}',
    'adapter-failed': '{message}',
    'store-failed': '{message}',
    'worker-failed': '{message}',
    'not-permitted': '{message}',
    'state-invalid': '{message}',
  },
  otherError: '{message}',
};
