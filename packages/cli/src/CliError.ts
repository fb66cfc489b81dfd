/** A mistake in the words of the command, or something in its way: told in one line. */
export class CliError extends Error {
  override readonly name = 'CliError';
  /** 2, but for the few that have one of their own. */
  readonly exitCode: 1 | 2;

  constructor(message: string, { exitCode = 2 }: { readonly exitCode?: 1 | 2 } = {}) {
    super(message);
    this.exitCode = exitCode;
  }
}
