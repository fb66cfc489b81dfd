import { describe, expect, test } from 'vitest';
import { describeAdapter } from '../testing/describeAdapter.ts';
import { memoryAdapter } from './memoryAdapter.ts';

describeAdapter('memoryAdapter', (schema) => ({ adapter: memoryAdapter(schema) }), {
  describe,
  test,
  expect,
});
