export { indexedDbStore } from './indexedDbStore.ts';
export type { IndexedDbStore, IndexedDbStoreOptions } from './indexedDbStore.ts';
