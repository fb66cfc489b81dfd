import type { ImportKey } from '../store/ServerImport.ts';

/** An uploaded file, or the part of it that has come so far. */
export interface StoredFile {
  readonly id: string;
  readonly importId: string;
  readonly name: string;
  /** Bytes it will have. */
  readonly size: number;
  /** Bytes that are there; complete when equal to `size`. */
  readonly received: number;
  /** ISO 8601 instant. */
  readonly createdAt: string;
}

/** A file's name: always with the tenant it belongs to. */
export type FileKey = ImportKey;

/** Keeps the bytes of uploaded files. `databaseFiles` is the default; a host may have another. */
export interface FileStore {
  /** Begins a file of `size` bytes. */
  create(
    key: FileKey,
    file: { readonly importId: string; readonly name: string; readonly size: number },
  ): Promise<void>;
  find(key: FileKey): Promise<StoredFile | null>;
  /**
   * Adds bytes at the end. What came before the stream broke is kept.
   * @returns how many bytes are there afterwards.
   * @throws {FileConflict} when the file does not end at `offset` (another upload of it was quicker).
   */
  append(key: FileKey, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<number>;
  /** The bytes from the first to the last that is there. */
  read(key: FileKey): AsyncIterable<Uint8Array>;
  /** Removing what is not there is no error. */
  remove(key: FileKey): Promise<void>;
  /** Files of an import, whether complete or not. */
  filesOf(tenant: string, importId: string): Promise<readonly StoredFile[]>;
  /** Files begun before an ISO 8601 instant that are not complete, of all tenants. */
  unfinished(before: string): Promise<readonly FileKey[]>;
}

/** The file does not end where the upload goes on. */
export class FileConflict extends Error {
  override readonly name = 'FileConflict';
}
