// Sub-path `/worker`: the same import session, its work done in a worker.
export { connectWorker } from './worker/connectWorker.ts';
export type { ConnectWorkerOptions } from './worker/connectWorker.ts';
export type { MessageTarget } from './worker/protocol.ts';
export { serveImporter } from './worker/serveImporter.ts';
export type { ServeImporterOptions } from './worker/serveImporter.ts';
