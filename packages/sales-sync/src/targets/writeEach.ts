import type {
  AdapterContext,
  Operation,
  OperationOutcome,
  PersistenceAdapter,
} from '@importera/engine';

/**
 * `write` of an adapter over a port that takes one record at a time. A batch is still atomic, as `commitRows` sends batches of
 * one row, and taken once, as ports make one record of one reference.
 */
export function writeEach(
  write: (operation: Operation, context: AdapterContext) => Promise<string>,
): PersistenceAdapter['write'] {
  return async ({ operations }, context) => {
    const outcomes: OperationOutcome[] = [];
    for (const operation of operations)
      outcomes.push({ status: 'written', id: await write(operation, context) });
    return outcomes;
  };
}
