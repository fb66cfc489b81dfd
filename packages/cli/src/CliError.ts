/** A mistake in the words of the command: told in one line, exit code 2. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
