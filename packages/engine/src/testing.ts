// Contract suites for what a host plugs in, and a store that freezes its state. Runner-agnostic: hand in the test API.
export { contractSchema } from './testing/contractSchema.ts';
export { deepFreeze } from './testing/deepFreeze.ts';
export { describeAdapter } from './testing/describeAdapter.ts';
export type { AdapterUnderTest, MakeAdapter } from './testing/describeAdapter.ts';
export { describeStore } from './testing/describeStore.ts';
export type { MakeStore, StoreUnderTest } from './testing/describeStore.ts';
export { frozenStore } from './testing/frozenStore.ts';
export type { TestApi } from './testing/TestApi.ts';
