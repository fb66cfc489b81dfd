import type { Field, Value } from '@importera/engine';
import { en } from './texts/en.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'administrator' | 'seller';
}

export interface SessionState {
  readonly person: Person | null;
  readonly people: readonly Person[];
}

export interface CrmRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly parent: { readonly id: string; readonly name: string } | null;
}

export interface RecordPage {
  readonly total: number;
  readonly pageSize: number;
  readonly records: readonly CrmRecord[];
}

/** Fields users made, by entity and key. */
export type CustomFields = Readonly<Record<string, Readonly<Record<string, Field>>>>;

/** Why the server did not do it, in words to show. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Calls the CRM's own API. */
export async function api<T>(
  path: string,
  options: {
    readonly method?: string;
    readonly body?: unknown;
    readonly signal?: AbortSignal;
  } = {},
): Promise<T> {
  const { body, ...rest } = options;
  const request: RequestInit = { ...rest };
  if (body !== undefined) {
    request.headers = { 'content-type': 'application/json' };
    request.body = JSON.stringify(body);
  }
  const response = await fetch(`/api${path}`, request).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    throw new ApiError(0, en.serverGone);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(response.status, messageOf(answer) ?? response.statusText);
  return answer as T;
}

function messageOf(answer: unknown): string | undefined {
  return (answer as { readonly error?: { readonly message?: string } } | null)?.error?.message;
}
