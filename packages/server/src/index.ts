// The public API of the server: the handler, the worker, where they keep things, and what a host may replace.

export { createImportServer } from './http/createImportServer.ts';
export type { ImportServer, ImportServerOptions } from './http/createImportServer.ts';
export { IMPORT_ACTIONS } from './http/ServerHost.ts';
export type { Gate, ImportAction, Limits, Person, RateAnswer } from './http/ServerHost.ts';
export type { PermissionQuestion } from './http/permissions.ts';
export type { Problem } from './http/problem.ts';

export { createImportWorker } from './work/createImportWorker.ts';
export type { ImportWorker, ImportWorkerOptions } from './work/createImportWorker.ts';
export type { ImportScope, ImportTargets } from './Host.ts';

export { pgliteDatabase, postgresDatabase } from './database/ServerDatabase.ts';
export type { ServerDatabase } from './database/ServerDatabase.ts';
export { FolderInUse } from './database/lockFolder.ts';
export { openPgliteFolder } from './database/openPgliteFolder.ts';
export type { ClosablePglite, PgliteFolder } from './database/openPgliteFolder.ts';
export { databaseFiles } from './files/databaseFiles.ts';
export { FileConflict } from './files/FileStore.ts';
export type { FileKey, FileStore, StoredFile } from './files/FileStore.ts';

export type { Logger } from './logs/Logger.ts';
export { ServerFailure } from './logs/ServerFailure.ts';

export { mailNotifier } from './notify/mailNotifier.ts';
export type { MailOptions } from './notify/mailNotifier.ts';
export { mailTexts } from './notify/mailTexts.ts';
export type { MailTexts } from './notify/mailTexts.ts';
export { NoticeRefused } from './notify/Notifier.ts';
export type { Delivery, ImportNotice, Notifier } from './notify/Notifier.ts';
export { listOutbox } from './notify/outbox.ts';
export type { OutboxMail } from './notify/outbox.ts';
export { verifyWebhook, webhookNotifier } from './notify/webhookNotifier.ts';
export type { WebhookHeaders, WebhookOptions } from './notify/webhookNotifier.ts';
export type { Retention } from './work/cleanUp.ts';

export { SERVER_STATUSES } from './store/ServerImport.ts';
export type { ImportKey, ImportSummary, ServerImport, ServerStatus } from './store/ServerImport.ts';
