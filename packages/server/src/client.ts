// The public API for the browser: the server's imports as the wizard uses them.

export { serverSession } from './client/serverSession.ts';
export type { ServerSession, ServerSessionOptions } from './client/serverSession.ts';
