import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileKey, FileStore } from './FileStore.ts';

/** A stored file as the engine reads it: on disk, not in memory. */
export interface SpooledFile {
  readonly blob: Blob;
  remove(): Promise<void>;
}

/** What the folders of this machine begin with; then comes the process, so that those of a dead one are known. */
const MACHINE = `importera-${hostname().replaceAll(/[^\w.]/g, '_')}-`;

/** Copies a stored file to the machine's temporary folder, from which it is read as often as needed. */
export async function spoolFile(files: FileStore, key: FileKey): Promise<SpooledFile> {
  const folder = await mkdtemp(join(tmpdir(), `${MACHINE}${process.pid}-`));
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

/** Removes the copies of processes that were killed before they could: files of people, and room on the disk. */
export async function removeLeftSpools(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const folder = join(tmpdir(), name);
    // Another user's, or gone meanwhile: then it is not ours to remove.
    if (await isLeft(name, folder))
      await rm(folder, { recursive: true, force: true }).catch(ignore);
  }
}

async function isLeft(name: string, folder: string): Promise<boolean> {
  const pid = name.startsWith(MACHINE)
    ? /^(\d+)-/.exec(name.slice(MACHINE.length))?.[1]
    : undefined;
  if (pid === undefined) return false;
  if (Number(pid) !== process.pid) return !isAlive(Number(pid));
  // In a container each process has the number of the one before it.
  const made = await stat(folder).catch(() => null);
  return made !== null && made.ctimeMs < Date.now() - process.uptime() * 1_000;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function ignore(): void {}
