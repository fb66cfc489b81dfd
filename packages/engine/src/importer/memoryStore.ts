import type { ImportEntry, ImportStore } from './ImportStore.ts';
import type { Recipe } from './Recipe.ts';

/** Keeps drafts, history and remembered mappings for as long as the page or process lives. */
export function memoryStore(): ImportStore {
  const entries = new Map<string, ImportEntry>();
  const files = new Map<string, { readonly file: Blob; readonly name: string }>();
  const recipes = new Map<string, Recipe>();
  return {
    async list(schemaId) {
      const own = [...entries.values()].filter((entry) => entry.schemaId === schemaId);
      return own
        .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
        .map((entry) => structuredClone(entry));
    },
    load: async (id) => structuredClone(entries.get(id) ?? null),
    async save(entry) {
      entries.set(entry.id, structuredClone(entry));
    },
    async remove(id) {
      entries.delete(id);
      files.delete(id);
    },
    async saveFile(id, file, name) {
      files.set(id, { file, name });
    },
    loadFile: async (id) => files.get(id) ?? null,
    async remember(schemaId, signature, recipe) {
      recipes.set(JSON.stringify([schemaId, signature]), structuredClone(recipe));
    },
    recall: async (schemaId, signature) =>
      structuredClone(recipes.get(JSON.stringify([schemaId, signature])) ?? null),
  };
}
