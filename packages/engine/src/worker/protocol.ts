import type { AdapterContext } from '../adapter/PersistenceAdapter.ts';
import type { ImportErrorCode, ImportErrorOptions } from '../issue/ImportError.ts';
import type { Schema } from '../schema/Schema.ts';

/** Calls of a session that are answered. The one list both sides of the worker are made from. */
export const SESSION_METHODS = [
  'open',
  'reread',
  'profile',
  'suggest',
  'unknownValues',
  'plan',
  'rows',
  'commit',
  'errorFile',
  'corrections',
  'template',
  'exportFile',
] as const;
export type SessionMethod = (typeof SESSION_METHODS)[number];

/** Calls of a session that expect no answer. */
export const SESSION_SIGNALS = ['pause', 'resume', 'cancel', 'dispose'] as const;
export type SessionSignal = (typeof SESSION_SIGNALS)[number];

/** Adapter calls a worker hands back to the page, where the host's adapter lives. */
export const ADAPTER_METHODS = [
  'lookup',
  'write',
  'list',
  'fields',
  'createField',
  'undo',
  'undoPreview',
] as const;
export type AdapterMethod = (typeof ADAPTER_METHODS)[number];

/** An adapter's context without what cannot cross: its signal becomes an `adapter-abort`. */
export type SentContext = Omit<AdapterContext, 'signal'>;

/** What the page sends. */
export type PageMessage =
  | {
      readonly type: 'init';
      /** Plain data; a schema with functions is given to `serveImporter` in the worker instead. */
      readonly schema: Schema | null;
      /** Which calls the page's adapter can answer; null when the worker has its own. */
      readonly adapter: readonly AdapterMethod[] | null;
      /** Who imports. */
      readonly user: string | null;
    }
  | {
      readonly type: 'call';
      readonly requestId: number;
      readonly method: SessionMethod;
      readonly args: readonly unknown[];
    }
  | { readonly type: 'abort'; readonly requestId: number }
  | { readonly type: 'signal'; readonly signal: SessionSignal }
  | { readonly type: 'adapter-result'; readonly requestId: number; readonly value: unknown }
  | { readonly type: 'adapter-error'; readonly requestId: number; readonly error: SentError };

/** What the worker sends. */
export type WorkerMessage =
  | { readonly type: 'result'; readonly requestId: number; readonly value: unknown }
  | { readonly type: 'error'; readonly requestId: number; readonly error: SentError }
  | { readonly type: 'progress'; readonly requestId: number; readonly value: unknown }
  | {
      readonly type: 'adapter-call';
      readonly requestId: number;
      readonly method: AdapterMethod;
      readonly argument: unknown;
      readonly context: SentContext;
    }
  | { readonly type: 'adapter-abort'; readonly requestId: number };

/** An error as data: errors lose their own properties when cloned. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly code: ImportErrorCode | null;
  readonly params: NonNullable<ImportErrorOptions['params']>;
  readonly transient: boolean;
  readonly fatal: boolean;
}

/** The part of `Worker`, `MessagePort` and a worker's global scope that the protocol needs. */
export interface MessageTarget {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  /** A `MessagePort` delivers nothing before it is started. */
  start?(): void;
}
