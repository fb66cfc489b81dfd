// The public API for the browser: the server's imports as the wizard uses them.

export { serverSession } from './client/serverSession.ts';
export type { ServerSession, ServerSessionOptions } from './client/serverSession.ts';

export { serverImports } from './client/serverImports.ts';
export type { ServerImportsOptions } from './client/serverImports.ts';
export { followImports } from './client/followImports.ts';
export type { FollowImportsOptions } from './client/followImports.ts';
export type { ServerAccess } from './client/serverRequest.ts';
export type { ImportSummary, ServerImport, ServerStatus } from './store/ServerImport.ts';
