import { openDatabase, type StoreName } from './openDatabase.ts';

export interface Connection {
  /** Runs one transaction; resolves with what `body` asked for, once everything is written. */
  run<Result>(
    mode: 'readonly' | 'readwrite',
    stores: readonly StoreName[],
    body: (transaction: IDBTransaction) => IDBRequest<Result> | undefined,
  ): Promise<Result | undefined>;
  close(): Promise<void>;
}

/** Opens the database when it is first used, and again after the browser has closed it. */
export function connection(factory: () => IDBFactory, name: string): Connection {
  let opening: Promise<IDBDatabase> | null = null;
  const forget = (): void => {
    opening = null;
  };
  const open = (): Promise<IDBDatabase> => {
    opening ??= Promise.resolve()
      .then(() => openDatabase(factory(), name))
      .then((database) => {
        // Another tab wants to change or delete the database, or the browser took it away.
        database.addEventListener('versionchange', () => {
          database.close();
          forget();
        });
        database.addEventListener('close', forget);
        return database;
      });
    opening.catch(forget);
    return opening;
  };
  return {
    async run(mode, stores, body) {
      return await transact(await begin(open, forget, [stores, mode]), body);
    },
    async close() {
      const database = await opening?.catch(() => null);
      database?.close();
      forget();
    },
  };
}

/** A connection may be gone without notice: then once more with a new one. */
async function begin(
  open: () => Promise<IDBDatabase>,
  forget: () => void,
  [stores, mode]: readonly [readonly StoreName[], 'readonly' | 'readwrite'],
): Promise<IDBTransaction> {
  try {
    return (await open()).transaction(stores, mode);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
    forget();
    return (await open()).transaction(stores, mode);
  }
}

function transact<Result>(
  transaction: IDBTransaction,
  body: (transaction: IDBTransaction) => IDBRequest<Result> | undefined,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    let request: IDBRequest<Result> | undefined;
    transaction.addEventListener('complete', () => resolve(request?.result));
    transaction.addEventListener('abort', () => reject(transaction.error ?? aborted()));
    try {
      request = body(transaction);
    } catch (error) {
      reject(error);
      transaction.abort();
    }
  });
}

/** The browser does not say why, e.g. when it is closing down. */
function aborted(): DOMException {
  return new DOMException('The transaction was aborted.', 'AbortError');
}
