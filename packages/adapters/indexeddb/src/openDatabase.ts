/** Imports by id, files by id, recipes by schema and header signature. */
export const STORES = ['imports', 'files', 'recipes'] as const;
export type StoreName = (typeof STORES)[number];

const VERSION = 1;

/** Opens the database, making it the first time. Rejects with the browser's own error. */
export function openDatabase(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, VERSION);
    request.addEventListener('upgradeneeded', () => makeStores(request.result));
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => resolve(request.result));
  });
}

function makeStores(database: IDBDatabase): void {
  database.createObjectStore('imports', { keyPath: 'id' }).createIndex('schemaId', 'schemaId');
  database.createObjectStore('files', { keyPath: 'id' });
  database
    .createObjectStore('recipes', { keyPath: ['schemaId', 'signature'] })
    .createIndex('schemaId', 'schemaId');
}
