// What a package builds on that keeps work of its own beside the imports, in the same database and queue.

export { applyMigrations } from './database/applyMigrations.ts';
export type { MigrationOptions, MigrationStep } from './database/applyMigrations.ts';
export { instantOf, numberOf, optionalText, textOf } from './database/columns.ts';
export type { Row } from './database/columns.ts';
export { jsonText } from './database/jsonText.ts';
export { problemResponse, RequestProblem } from './http/problem.ts';
export type { Problem } from './http/problem.ts';
export { expectJson, readObject } from './http/readBody.ts';
export { inTransaction } from './work/inTransaction.ts';
export { closeBoss, openBoss } from './work/openBoss.ts';
export type { BossOptions } from './work/openBoss.ts';
export { releaseLeft } from './work/releaseLeft.ts';
