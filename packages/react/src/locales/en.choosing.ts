import { formatsOf } from './formatsOf.ts';

const { count, number } = formatsOf('en');

/** Texts about what is chosen around the columns: kind and context, answers to settings, where values come from, samples. */
export const choosing = {
  start: {
    kind: 'What do you want to import?',
    first: (label: string): string => `Choose “${label}” first, then the file.`,
    about: 'What this import belongs to',
    change: 'Change',
    kindLabel: 'Import',
  },
  parts: {
    step: (entities: string): string => `Match ${entities.toLocaleLowerCase('en')}`,
    heading: (entities: string): string => `Match columns to ${entities.toLocaleLowerCase('en')}`,
    later: (n: number): string =>
      count(n, {
        one: '# column is left for the next part',
        other: '# columns are left for the next part',
      }),
    elsewhere: (n: number): string =>
      count(n, { one: '# column goes to another part', other: '# columns go to other parts' }),
    ready: 'These columns are dealt with.',
  },
  answers: {
    tagsHint: 'Type a tag and press Enter. New ones are fine.',
    addTag: (tag: string): string => `Add ${tag}`,
    removeTag: (tag: string): string => `Remove ${tag}`,
    suggestions: 'Suggestions',
    importer: 'The person who imports',
    search: (label: string): string => `Search: ${label}`,
    noMatch: 'No one by that name.',
    chosen: (n: number): string => (n === 0 ? 'None chosen' : `${number(n)} chosen`),
    optional: 'Optional',
    problems: {
      'wrong-type': (label: string): string => `${label} has an answer that can not be used.`,
      'no-option': (label: string, value: string): string =>
        `${label}: “${value}” is not offered any more. Choose another.`,
      'no-email': (label: string, value: string): string =>
        `${label}: “${value}” is not an e-mail address.`,
      'no-date': (label: string, value: string): string => `${label}: “${value}” is not a date.`,
      'no-integer': (label: string): string => `${label} must be a whole number.`,
      'too-small': (label: string, _value: string, limit: string): string =>
        `${label} must be at least ${limit}.`,
      'too-large': (label: string, _value: string, limit: string): string =>
        `${label} must be at most ${limit}.`,
      'too-long': (label: string, _value: string, limit: string): string =>
        `${label} takes at most ${limit} characters.`,
      'too-many': (label: string, _value: string, limit: string): string =>
        `${label} takes at most ${limit}.`,
    },
  },
  sources: {
    heading: 'One for all, or from the file',
    intro: 'Say where these values come from.',
    one: 'One for all',
    oneHelp: 'A column for it is ignored.',
    column: 'From a column',
    leave: 'Leave it',
    leaveHelp: (onCreate: string | null): string =>
      onCreate === null
        ? 'Nothing is imported. Stored values stay.'
        : `Stored values stay. New records get “${onCreate}”.`,
    value: (field: string): string => `${field} for all`,
    columnLabel: (field: string): string => `Column for ${field}`,
    chooseColumn: 'Choose a column',
    fixed: 'For all rows, whatever the file says',
    whenEmpty: 'Where the cell is empty',
    use: (field: string): string => `When ${field} gets it`,
    fixedTag: 'for all',
  },
  samples: {
    tab: 'Preview',
    intro: 'The first records, as they will be stored.',
    none: 'No row makes or changes a record.',
    row: (n: number): string => `Row ${n}`,
    creates: 'new',
    updates: 'changed',
    unchanged: 'as stored',
    same: 'same as on an earlier row',
    skipped: 'left out',
    linked: (entity: string): string => `Linked to ${entity}`,
    setting: 'from the settings',
    loading: 'Loading…',
  },
};
