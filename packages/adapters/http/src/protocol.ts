import type {
  AdapterContext,
  Field,
  LookupRequest,
  LookupResult,
  NewField,
  OperationOutcome,
  UndoReport,
  WriteBatch,
} from '@importera/engine';

/** The paths under the adapter's URL, one for each of its methods. */
export const CALLS = ['lookup', 'write', 'fields', 'create-field', 'undo'] as const;
/** The calls there are; each is the end of its address. */
export type Call = (typeof CALLS)[number];

/** An `AdapterContext` without what can not be sent; who imports is for the server to say. */
export type SentContext = Pick<AdapterContext, 'importId' | 'settings' | 'kind'>;

/** What is posted, as JSON. */
export interface CallRequest {
  readonly lookup: { readonly context: SentContext; readonly request: LookupRequest };
  readonly write: { readonly context: SentContext; readonly batch: WriteBatch };
  readonly fields: { readonly context: SentContext; readonly entity: string };
  readonly 'create-field': { readonly context: SentContext; readonly field: NewField };
  readonly undo: { readonly context: SentContext; readonly importId: string };
}

/** What comes back with status 200, as JSON. */
export interface CallResponse {
  readonly lookup: LookupResult;
  readonly write: { readonly outcomes: readonly OperationOutcome[] };
  readonly fields: { readonly fields: Readonly<Record<string, Field>> };
  readonly 'create-field': Readonly<Record<string, never>>;
  readonly undo: UndoReport;
}

/** What comes back with any other status. */
export interface ErrorResponse {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly transient: boolean;
    readonly fatal?: boolean;
  };
}
