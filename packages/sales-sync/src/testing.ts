// Both systems in memory, and what a host's own ports and store must hold.
export { memoryAccounting } from './testing/memoryAccounting.ts';
export type { MemoryAccounting, MemoryPortOptions } from './testing/memoryAccounting.ts';
export { memoryCrm } from './testing/memoryCrm.ts';
export type { MemoryCrm, MemoryCrmOptions } from './testing/memoryCrm.ts';
export { describeAccounting } from './testing/describeAccounting.ts';
export type { AccountingUnderTest, MakeAccounting } from './testing/describeAccounting.ts';
export { describeCrm } from './testing/describeCrm.ts';
export type { CrmUnderTest, MakeCrm } from './testing/describeCrm.ts';
export { describeSyncStore } from './testing/describeSyncStore.ts';
export type { MakeSyncStore, SyncStoreUnderTest } from './testing/describeSyncStore.ts';
