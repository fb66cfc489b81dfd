/** Options by what they are for, as the help shows them. */
const OPTIONS = {
  read: `Read options, for every command that reads a file:
  --sheet NAME        the sheet of a workbook
  --header N|auto|none  the row of the headings, as the spreadsheet numbers it
  --skip N            rows to pass over from the top
  --encoding LABEL    e.g. windows-1252
  --delimiter D       e.g. ";" or "tab"
`,
  decide: `Decisions, for every command with a schema:
  --kind NAME         which of the schema's kinds is imported; default: the first
  --set KEY=VALUE     an answer to a setting; once for each value of one that takes several
  --user NAME         who imports
`,
  tell: `Answers:
  --json              as JSON
  --language TAG      of the sentences about what is wrong: en (default) or sv
`,
} as const;

interface CommandUsage {
  readonly line: string;
  readonly what: readonly string[];
  readonly options: readonly (keyof typeof OPTIONS)[];
}

/** In the order in which a person meets them. */
const COMMANDS: Readonly<Record<string, CommandUsage>> = {
  read: {
    line: 'read FILE [--json] [--limit N] [--text]',
    what: [
      'what is in the file: format, encoding, delimiter, sheets, header row, rows',
      '--limit: rows that --json lists; --text: the decoded text of a text file, and nothing else',
    ],
    options: ['read', 'tell'],
  },
  map: {
    line: 'map FILE --schema S.json [--json] [--recipe R.json] [-o RECIPE.json]',
    what: [
      'which column is which field, with score, reason and runner-up',
      '-o: writes the whole recipe that follows, of what --recipe says and what is suggested, as a server takes it',
    ],
    options: ['decide', 'read'],
  },
  check: {
    line: 'check FILE --schema S.json [--recipe R.json] [--json]',
    what: ['issues, counted; exit code 1 if any row is invalid'],
    options: ['decide', 'read', 'tell'],
  },
  run: {
    line: 'run FILE --schema S.json [--recipe R.json] --to TARGET [--errors F.csv|F.xlsx] [--json]',
    what: [
      'imports; TARGET is memory:, ndjson:PATH, pglite:DIR or postgres://…; exit code 1 if any row was rejected',
      '--errors: where the rejected rows go, with the reasons',
    ],
    options: ['decide', 'read', 'tell'],
  },
  template: {
    line: 'template --schema S.json -o F.csv|F.xlsx|F.xls [--kind NAME]',
    what: ['a file with a ready column per field'],
    options: [],
  },
  serve: {
    line: 'serve [--schema S.json] [--config importera.config.ts] [--database URL|FOLDER] [--port N] [--host H] [--no-worker]',
    what: [
      'an import server over HTTP with a worker, here for one person unless a configuration says who asks',
    ],
    options: [],
  },
  worker: {
    line: 'worker [--schema S.json] [--config importera.config.ts] --database postgres://…',
    what: ['one more worker for the imports of a server'],
    options: [],
  },
};

const EXIT_CODES =
  'Exit codes: 0 fine, 1 some rows were invalid or rejected, 2 failed (one line on stderr says why).\n';

/** What `importera help` prints. */
export const USAGE: string = [
  'importera – spreadsheet imports from the command line\n',
  Object.values(COMMANDS).map(commandLines).join(''),
  ...Object.values(OPTIONS),
  `importera COMMAND --help tells of one command. ${EXIT_CODES}`,
].join('\n');

/** What `importera read --help` prints of a command. */
export function usageOf(command: string): string {
  const usage = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (usage === undefined) return USAGE;
  const options = usage.options.map((group) => OPTIONS[group]);
  return [commandLines(usage), ...options, EXIT_CODES].join('\n');
}

function commandLines({ line, what }: CommandUsage): string {
  return [`  importera ${line}`, ...what.map((one) => `      ${one}`), ''].join('\n');
}
