import { describe, expect, test } from 'vitest';
import { describeStore } from '../testing/describeStore.ts';
import { memoryStore } from './memoryStore.ts';

describeStore('memoryStore', () => ({ store: memoryStore() }), { describe, test, expect });
