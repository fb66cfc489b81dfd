import { defineSchema } from '@importera/engine';
import { expect, test } from 'vitest';
import { syncSchema } from './syncSchema.ts';

test('the schema of the sync is one', () => {
  expect(() => defineSchema(syncSchema)).not.toThrow();
});
