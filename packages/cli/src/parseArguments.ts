import { parseArgs } from 'node:util';
import type { ReadOptions } from '@importera/engine';
import { CliError } from './CliError.ts';

/** The words of a command line, read. */
export interface Arguments {
  readonly file: string | null;
  readonly schema: string | null;
  readonly recipe: string | null;
  readonly to: string | null;
  readonly errors: string | null;
  /** Of the sentences about what is wrong. */
  readonly language: string | null;
  readonly output: string | null;
  readonly limit: number | null;
  readonly config: string | null;
  readonly database: string | null;
  readonly host: string | null;
  readonly port: number | null;
  readonly noWorker: boolean;
  /** Which kind of the schema is imported. */
  readonly kind: string | null;
  /** Answers to settings, `key=value`, in their order. */
  readonly set: readonly string[];
  /** Who imports. */
  readonly user: string | null;
  readonly help: boolean;
  readonly json: boolean;
  readonly text: boolean;
  readonly read: ReadOptions;
}

const OPTIONS = {
  sheet: { type: 'string' },
  header: { type: 'string' },
  skip: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  limit: { type: 'string' },
  schema: { type: 'string' },
  recipe: { type: 'string' },
  to: { type: 'string' },
  errors: { type: 'string' },
  language: { type: 'string' },
  output: { type: 'string', short: 'o' },
  kind: { type: 'string' },
  set: { type: 'string', multiple: true },
  user: { type: 'string' },
  config: { type: 'string' },
  database: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  'no-worker': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  text: { type: 'boolean' },
} as const;

/**
 * Reads the words after the command.
 * @throws {CliError} for an unknown option, a second file, or a value that does not fit.
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  if (positionals.length > 1) {
    throw new CliError(
      `One file at a time: "${positionals[1]}" is one too many. Quote a name that has spaces.`,
    );
  }
  return {
    file: positionals[0] ?? null,
    schema: values.schema ?? null,
    recipe: values.recipe ?? null,
    to: values.to ?? null,
    errors: values.errors ?? null,
    language: values.language ?? null,
    output: values.output ?? null,
    limit: values.limit === undefined ? null : count('--limit', values.limit),
    kind: values.kind ?? null,
    set: values.set ?? [],
    user: values.user ?? null,
    config: values.config ?? null,
    database: values.database ?? null,
    host: values.host ?? null,
    port: values.port === undefined ? null : port(values.port),
    noWorker: values['no-worker'] ?? false,
    help: values.help === true,
    json: values.json ?? false,
    text: values.text ?? false,
    read: readOptions(values),
  };
}

function readOptions(values: ReturnType<typeof parse>['values']): ReadOptions {
  return {
    ...(values.sheet !== undefined && { sheet: values.sheet }),
    ...(values.encoding !== undefined && { encoding: values.encoding }),
    ...(values.delimiter !== undefined && { delimiter: delimiter(values.delimiter) }),
    ...(values.skip !== undefined && { skipRows: count('--skip', values.skip) }),
    ...(values.header !== undefined && { headerRow: header(values.header) }),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error));
  }
}

function count(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CliError(`${option} takes a whole number from 0 on, not "${text}".`);
}

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new CliError(`--port takes a number from 0 to 65535, not "${text}".`);
}

function header(text: string): number | null | 'auto' {
  if (text === 'auto') return 'auto';
  if (text === 'none') return null;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new CliError(`--header takes a row number from 1 on, auto or none, not "${text}".`);
}

const NAMED_DELIMITERS: Readonly<Record<string, string>> = {
  tab: '\t',
  '\\t': '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  space: ' ',
};

function delimiter(text: string): string {
  if (text === '')
    throw new CliError(
      '--delimiter is empty. Give the character between cells, e.g. --delimiter ";".',
    );
  return Object.hasOwn(NAMED_DELIMITERS, text) ? (NAMED_DELIMITERS[text] ?? text) : text;
}
