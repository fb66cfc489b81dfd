import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileKey, FileStore } from './FileStore.ts';

/** A stored file as the engine reads it: on disk, not in memory. */
export interface SpooledFile {
  readonly blob: Blob;
  remove(): Promise<void>;
}

/** Copies a stored file to the machine's temporary folder, from which it is read as often as needed. */
export async function spoolFile(files: FileStore, key: FileKey): Promise<SpooledFile> {
  const folder = await mkdtemp(join(tmpdir(), 'importera-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'file');
    await pipeline(Readable.from(files.read(key)), createWriteStream(path));
    return { blob: await openAsBlob(path), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
