/** Codes of everything the engine throws: host mistakes, broken or hostile files, failed I/O. */
export type ImportErrorCode =
  | 'file-empty'
  | 'file-encrypted'
  | 'file-corrupt'
  | 'file-unsupported'
  | 'file-too-large'
  | 'file-unreadable'
  | 'sheet-missing'
  | 'option-invalid'
  | 'schema-invalid'
  | 'recipe-invalid'
  | 'check-failed'
  | 'adapter-failed'
  | 'store-failed'
  | 'worker-failed'
  | 'state-invalid'
  | 'not-permitted';

/** What an `ImportError` may carry beside its code and message. */
export interface ImportErrorOptions {
  readonly cause?: unknown;
  /** Values for the translated text, e.g. `{ sheet: 'Blad1' }`. */
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  /** Whether the same call may succeed later (a time-out, a lost connection). */
  readonly transient?: boolean;
  /** Whether it concerns every call alike (no permission, no such table): nothing is tried again, in parts neither. */
  readonly fatal?: boolean;
}

/**
 * The one error the engine throws. `message` says in English what happened, why it matters and what
 * to do; `code` and `params` let a host say it in another language. Cancelling is not an error: a
 * cancelled call rejects with the `AbortSignal`'s reason.
 */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: ImportErrorCode;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly transient: boolean;
  readonly fatal: boolean;

  constructor(code: ImportErrorCode, message: string, options: ImportErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.params = options.params ?? {};
    this.transient = options.transient ?? false;
    this.fatal = options.fatal ?? false;
  }
}
