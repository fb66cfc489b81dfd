import { formatsOf } from './formatsOf.ts';

const { count } = formatsOf('en');

/** Texts of what stands around imports: hub, bell, undo, permissions. */
export const around = {
  hub: {
    heading: 'Imports',
    new: 'New import',
    template: 'Template',
    templateFormats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)', xls: 'Older Excel (.xls)' },
    running: 'Running',
    drafts: 'Drafts',
    draftsIntro: 'Not started yet. Pick one up where it was left.',
    finished: 'Finished',
    empty: 'Nothing imported yet',
    emptyHelp:
      'Start with a spreadsheet of yours. Nothing is written until you have seen exactly what will happen.',
    loading: 'Loading imports…',
    failed: 'The imports could not be loaded.',
    retry: 'Try again',
    more: 'Show more',
    noName: 'No file yet',
    rows: (n: number): string => count(n, { one: '# row', other: '# rows' }),
    statuses: {
      draft: 'Draft',
      queued: 'Waiting for its turn',
      running: 'Importing',
      pausing: 'Pausing…',
      paused: 'Paused',
      cancelling: 'Cancelling…',
      completed: 'Done',
      cancelled: 'Cancelled',
      failed: 'Stopped',
      undoing: 'Being undone…',
      undone: 'Undone',
    },
    by: (user: string): string => `by ${user}`,
    started: (when: string): string => `Started ${when}`,
    left: (when: string, step: string | null): string =>
      step === null ? `Left ${when}` : `Left at ${step.toLocaleLowerCase('en')}, ${when}`,
    created: (n: string): string => `${n} created`,
    updated: (n: string): string => `${n} updated`,
    rejected: (n: number): string =>
      count(n, { one: '# row not taken', other: '# rows not taken' }),
    nothing: 'Nothing changed',
    reversed: (n: number): string =>
      count(n, { one: '# record put back', other: '# records put back' }),
    kept: (n: number): string => count(n, { one: '# kept', other: '# kept' }),
    resumeDraft: 'Go on',
    resumeDraftNamed: (name: string): string => `Go on with ${name}`,
    result: 'Result',
    resultNamed: (name: string): string => `Result of ${name}`,
    actionsFor: (name: string): string => `More for ${name}`,
    pauseNamed: (name: string): string => `Pause ${name}`,
    goOnNamed: (name: string): string => `Go on importing ${name}`,
    cancelNamed: (name: string): string => `Cancel ${name}`,
    cancel: 'Cancel',
    errorFile: (format: string): string => `Rows not taken (.${format})`,
    undo: 'Undo import…',
    remove: 'Remove',
    removeTitle: (name: string): string => `Remove ${name}?`,
    removeDraftHelp: 'Its file and everything decided about it are deleted.',
    removeHelp: 'The file and the result are deleted. What was imported stays.',
    cancelTitle: (name: string): string => `Cancel ${name}?`,
    cancelHelp: 'What is written stays written; the rest is left.',
    cancelConfirm: 'Cancel import',
    keepGoing: 'Keep going',
    readOnly: 'You can look, but not import.',
    late: (name: string): string => `${name} has ended already: there was nothing left to stop.`,
    actionFailed: (name: string): string => `${name}: that did not work`,
  },
  bell: {
    labelCount: (running: number, unread: number): string =>
      [
        'Imports',
        running > 0 ? `${running} running` : '',
        unread > 0 ? count(unread, { one: '# unread notice', other: '# unread notices' }) : '',
      ]
        .filter(Boolean)
        .join(', '),
    heading: 'Imports',
    empty: 'No imports yet',
    emptyHelp: 'You will see here how your imports go, and when they are done.',
    markRead: 'Mark all as read',
    unread: 'New',
    all: 'All imports',
    done: (name: string): string => `${name} is imported`,
    doneInPart: (name: string, n: number): string =>
      `${name} is imported, ${count(n, { one: 'but # row was not taken', other: 'but # rows were not taken' })}`,
    cancelled: (name: string): string => `${name} was cancelled`,
    failed: (name: string): string => `${name} stopped`,
    undone: (name: string): string => `${name} is undone`,
  },
  undo: {
    button: 'Undo import',
    title: (name: string): string => `Undo ${name}?`,
    titleDone: 'The import is undone',
    titleUndoing: 'Undoing the import…',
    intro: 'Records the import made are removed, and records it changed get their old values back.',
    looking: 'Looking at what would be undone…',
    reversed: 'Put back',
    reversedHelp: 'removed, or as they were before',
    kept: 'Kept',
    keptHelp: 'changed by someone since, or in use',
    failed: 'Not possible',
    failedHelp: 'the system will not take them back',
    nothing: 'There is nothing to undo: every record has been changed since, or is gone.',
    noPreview: 'Records that someone changed since the import are kept as they are.',
    confirm: 'Undo import',
    confirmCount: (n: number): string =>
      count(n, { one: 'Put # record back', other: 'Put # records back' }),
    done: (n: number): string =>
      count(n, { one: '# record was put back.', other: '# records were put back.' }),
    doneKept: (n: number): string =>
      count(n, {
        one: '# was kept: someone changed it since, or uses it.',
        other: '# were kept: someone changed them since, or uses them.',
      }),
    leave: 'You can close this; it goes on.',
  },
  permissions: {
    title: 'You can not import here',
    partTitle: 'Not everything can be imported by you',
    part: (what: string, reason: string): string => `${what}: ${reason}`,
  },
};
