/**
 * The little a contract suite needs of a test runner. The `describe`, `test` and `expect` of vitest, jest and bun fit;
 * nothing is imported, so the suites run wherever the adapter does.
 */
export interface TestApi {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly test: (name: string, body: () => Promise<void>) => unknown;
  readonly expect: (actual: unknown, message?: string) => { toEqual(expected: unknown): unknown };
}
