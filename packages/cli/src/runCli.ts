import type { Writable } from 'node:stream';
import { CliError } from './CliError.ts';
import { check } from './commands/check.ts';
import { map } from './commands/map.ts';
import { read } from './commands/read.ts';
import { run } from './commands/run.ts';
import { template } from './commands/template.ts';
import { parseArguments } from './parseArguments.ts';
import type { Arguments } from './parseArguments.ts';
import { USAGE, usageOf } from './usage.ts';

/** Where a command writes. */
export interface CliStreams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Exit codes: all rows fine, some row invalid or rejected, the command failed. */
export type ExitCode = 0 | 1 | 2;

/** One command: prints its result and says how it ended. */
export type Command = (args: Arguments, streams: CliStreams) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = {
  read,
  map,
  check,
  run,
  template,
  // The server is loaded only when it is asked for.
  serve: async (args, streams) => (await import('./commands/serve.ts')).serve(args, streams),
  worker: async (args, streams) => (await import('./commands/worker.ts')).worker(args, streams),
};

/** Runs one command line. Never throws: a failure is one line on stderr and exit code 2. */
export async function runCli(argv: readonly string[], streams: CliStreams): Promise<ExitCode> {
  const [name = 'help', ...rest] = argv;
  const isHelp = name === 'help' || name === '--help' || name === '-h';
  if (isHelp && !Object.hasOwn(COMMANDS, rest[0] ?? '')) {
    streams.stdout.write(USAGE);
    return 0;
  }
  try {
    if (isHelp) return tellOf(rest[0] ?? '', streams);
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) {
      streams.stderr.write(
        `importera: there is no command "${oneLine(name)}". The commands are ${Object.keys(COMMANDS).join(', ')}.\n`,
      );
      return 2;
    }
    const args = parseArguments(rest);
    return args.help ? tellOf(name, streams) : await command(args, streams);
  } catch (error) {
    streams.stderr.write(`importera: ${oneLine(messageOf(error))}\n`);
    return error instanceof CliError ? error.exitCode : 2;
  }
}

function tellOf(command: string, { stdout }: CliStreams): 0 {
  stdout.write(usageOf(command));
  return 0;
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
