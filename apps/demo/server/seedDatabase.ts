import type { Operation, PersistenceAdapter, RecordValues } from '@importera/engine';
import { seedCompanies, seedContacts } from './seedRecords.ts';

/**
 * Fills the CRM at its first start. A batch that was written once has no effect again, so this asks
 * nothing and can run at every start.
 */
export async function seedDatabase(adapter: PersistenceAdapter): Promise<void> {
  const context = { importId: 'first-start', settings: {} };
  const outcomes = await adapter.write({ id: 'first-start/0', operations: operations() }, context);
  const refused = outcomes.find(({ status }) => status === 'refused');
  if (refused?.status === 'refused')
    throw new Error(`The first records were refused: ${refused.message}`);
}

function operations(): readonly Operation[] {
  const numbers = new Map(seedCompanies.map(({ orgNumber }, index) => [orgNumber, index]));
  const companies = seedCompanies.map((company, index) =>
    create('company', index, null, { ...company }),
  );
  const contacts = seedContacts.map(({ company, ...contact }, index) =>
    create('contact', companies.length + index, numbers.get(company) ?? null, contact),
  );
  return [...companies, ...contacts];
}

function create(
  entity: string,
  record: number,
  parentRecord: number | null,
  values: RecordValues,
): Operation {
  return {
    row: record + 1,
    entity,
    action: 'create',
    record,
    id: null,
    parentId: null,
    parentRecord,
    values,
  };
}
