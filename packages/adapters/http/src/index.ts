export { httpAdapter } from './httpAdapter.ts';
export type { HttpAdapterOptions } from './httpAdapter.ts';
export { CALLS } from './protocol.ts';
export type { Call, CallRequest, CallResponse, ErrorResponse, SentContext } from './protocol.ts';
export { serveAdapter } from './serveAdapter.ts';
export type { AuthorizedCall, ServeAdapterOptions } from './serveAdapter.ts';
