import type { ImportStore } from '../importer/ImportStore.ts';
import { deepFreeze } from './deepFreeze.ts';

/**
 * A store that freezes what it is given and what it gives out, so that code which changes either throws where it does so.
 * @example
 * const importer = createImporter({ schema, session, store: frozenStore(memoryStore()) });
 */
export function frozenStore(store: ImportStore): ImportStore {
  return {
    list: async (schemaId) => deepFreeze(await store.list(schemaId)),
    load: async (id) => deepFreeze(await store.load(id)),
    save: (entry) => store.save(deepFreeze(entry)),
    remove: (id) => store.remove(id),
    saveFile: (id, file, name) => store.saveFile(id, file, name),
    loadFile: (id) => store.loadFile(id),
    remember: (schemaId, signature, recipe) =>
      store.remember(schemaId, signature, deepFreeze(recipe)),
    recall: async (schemaId, signature) => deepFreeze(await store.recall(schemaId, signature)),
  };
}
