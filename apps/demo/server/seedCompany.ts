import type { Operation, PersistenceAdapter } from '@importera/engine';
import type { SeedRecord } from '../scenarios/Scenario.ts';

/**
 * Fills a company at its first start. A batch that was written once has no effect again, so this asks
 * nothing and can run at every start.
 */
export async function seedCompany(
  adapter: PersistenceAdapter,
  seed: readonly SeedRecord[],
): Promise<void> {
  if (seed.length === 0) return;
  const context = { importId: 'first-start', settings: {} };
  const operations = seed.map((record, at) => create(record, at));
  const outcomes = await adapter.write({ id: 'first-start/0', operations }, context);
  const refused = outcomes.find(({ status }) => status === 'refused');
  if (refused?.status === 'refused')
    throw new Error(`The first records were refused: ${refused.message}`);
}

function create({ entity, parent, values, references }: SeedRecord, record: number): Operation {
  return {
    row: record + 1,
    entity,
    action: 'create',
    record,
    id: null,
    parentId: null,
    parentRecord: parent ?? null,
    values,
    ...(references && { references }),
  };
}
