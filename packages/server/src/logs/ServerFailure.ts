import type { Logger } from './Logger.ts';

/**
 * A failure as it may be logged: what kind it is and where it happened, without the words of the error it came from. Those of
 * a database quote the values that it refused.
 */
export class ServerFailure extends Error {
  override readonly name = 'ServerFailure';
  /** Kinds and codes from the failure to its deepest cause, e.g. `["ImportError adapter-failed", "DatabaseError 23505"]`. */
  readonly kinds: readonly string[];

  constructor(error: unknown) {
    const kinds = kindsOf(error);
    super(kinds.join(' ← '));
    this.kinds = kinds;
    this.stack = [`ServerFailure: ${this.message}`, ...framesOf(error)].join('\n');
  }
}

/** Tells a failure to the log and to the host. */
export function failureTold(
  logger: Logger,
  onError: ((error: ServerFailure) => void) | undefined,
): (error: unknown, fields?: Readonly<Record<string, unknown>>) => void {
  return (error, fields = {}) => {
    const failure = error instanceof ServerFailure ? error : new ServerFailure(error);
    logger.error({ ...fields, failure: failure.kinds, stack: failure.stack }, 'failed');
    onError?.(failure);
  };
}

/** Causes of causes are followed so far. */
const DEEPEST = 5;

function kindsOf(error: unknown): readonly string[] {
  const kinds: string[] = [];
  let at: unknown = error;
  while (at instanceof Error && kinds.length < DEEPEST) {
    const code = (at as { readonly code?: unknown }).code;
    kinds.push([word(at.name), word(code)].filter((part) => part !== '').join(' '));
    at = at.cause;
  }
  return kinds.length === 0 ? [word(typeof error)] : kinds;
}

/** A name or a code, and nothing that could be a value. */
function word(value: unknown): string {
  return typeof value === 'string' && /^[A-Za-z][\w-]{0,59}$|^[0-9A-Z]{5}$/.test(value)
    ? value
    : '';
}

function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const { stack = '', message } = error;
  const end = message === '' ? 0 : stack.indexOf(message) + message.length;
  // A stack that does not begin with the message can not be told from it.
  if (message !== '' && !stack.includes(message)) return [];
  return stack
    .slice(end)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
}
