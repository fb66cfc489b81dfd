import type { Field, SettingOffer, Value } from '@importera/engine';
import type { Localized } from '../scenarios/Localized.ts';
import type { Person } from '../scenarios/Person.ts';
import { en } from './texts/en.ts';

export interface SessionState {
  readonly person: Person | null;
  readonly people: readonly Person[];
  /** Why the person may not import; null if they may. */
  readonly refusal: Localized | null;
}

export interface CompanyRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, Value>>;
  /** The record it belongs to. */
  readonly parent: {
    readonly entity: string;
    readonly id: string;
    readonly values: Readonly<Record<string, Value>>;
  } | null;
  /** The records that reference fields point at, by field. */
  readonly references: Readonly<Record<string, NonNullable<CompanyRecord['parent']>>>;
}

export interface RecordPage {
  readonly total: number;
  readonly pageSize: number;
  readonly records: readonly CompanyRecord[];
}

/** What only the company's data knows of its schema. */
export interface SchemaAdditions {
  readonly fields: CustomFields;
  /** What settings offer, by key. */
  readonly settings: Readonly<Record<string, SettingOffer>>;
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

/** Calls the demo's own API; a path begins with the company's. */
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
