/* oxlint-disable no-console -- the console is what is kept quiet */
/**
 * Runs `parse`, which is synchronous, without what SheetJS writes to the console about records it does not know:
 * on a command line that would look like a failure.
 */
export function quietly<Result>(parse: () => Result): Result {
  const { error, warn } = console;
  const silent = (): void => {};
  console.error = silent;
  console.warn = silent;
  try {
    return parse();
  } finally {
    console.error = error;
    console.warn = warn;
  }
}
