import type { Page } from 'playwright';
import { orgNumber } from '../scenarios/orgNumber.ts';

export interface StoredRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly parent: { readonly id: string } | null;
}

export interface RecordList {
  readonly total: number;
  readonly records: readonly StoredRecord[];
}

/** What a company has stored, asked of its server with the person's own sign-in. */
export async function stored(
  page: Page,
  entity: string,
  filter: Readonly<Record<string, string>> = {},
  path = 'fortnox',
): Promise<RecordList> {
  const query = new URLSearchParams(filter).toString();
  // A kept connection may be closed by the server in the moment it is used again; browsers ask anew by themselves.
  const again = { maxRetries: 3 };
  const response = await page.request.get(`/api/${path}/records/${entity}?${query}`, again);
  return (await response.json()) as RecordList;
}

let lastNumber = 559_600_000 + (process.pid % 1000) * 97;

/** An organisation number no other test uses. */
export function freshOrgNumber(): string {
  lastNumber += 1;
  return orgNumber(lastNumber);
}
