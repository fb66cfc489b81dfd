import type { MemoryAdapter } from '../adapter/memoryAdapter.ts';
import type { StoredRecord } from '../adapter/PersistenceAdapter.ts';
import type { Value } from '../schema/Schema.ts';
import { canonical, type ModelRow } from './sequentialModel.fixture.ts';

/** The columns of the model's file, see `mappingOf`. */
export const specs: readonly string[] = [
  'company.id',
  'company.name!',
  'company.city',
  'company.orgNumber',
  'contact.email!',
  'contact.name',
];

/** What is there before an import: twins, and contacts of one address in two companies and in none. */
export const stored: Readonly<Record<'company' | 'contact', readonly StoredRecord[]>> = {
  company: [
    { id: 'A', values: { name: 'Acme', city: 'Lund', orgNumber: '1' } },
    { id: 'B', values: { name: 'Beta', city: 'Umeå' } },
    { id: 'T1', values: { name: 'Twin', orgNumber: '2' } },
    { id: 'T2', values: { name: 'TWIN' } },
  ],
  contact: [
    { id: 'a', values: { email: 'a@x.se', name: 'Ann' }, parentId: 'A' },
    { id: 'b', values: { email: 'a@x.se', name: 'Anna' }, parentId: 'B' },
    { id: 'c', values: { email: 'c@x.se' }, parentId: null },
  ],
};

/** Rows of the model as `specs` names their cells. */
export function cells(rows: readonly ModelRow[]): readonly (readonly Value[])[] {
  return rows.map(({ id, name, city, orgNumber, email, contact }) => [
    id,
    name,
    city,
    orgNumber,
    email,
    contact,
  ]);
}

/** What a store holds, as the model tells it. */
export function storeOf(memory: MemoryAdapter): readonly unknown[] {
  const contacts = memory
    .records('contact')
    .map(({ values, parentId }) => ({ values, parent: parentId ?? null }));
  return canonical(memory.records('company'), contacts);
}
