// The contract suites of what a host may replace. Runner-agnostic: hand in the test API.
export { describeFiles } from './files/describeFiles.ts';
export type { FilesUnderTest } from './files/describeFiles.ts';
