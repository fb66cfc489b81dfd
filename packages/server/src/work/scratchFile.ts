import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from '@importera/engine';

/** A file for what a plan in the making seldom reads again. */
export interface ScratchFile extends Scratch {
  /** Gives the room on the disk back. */
  close(): void;
}

/**
 * Makes a file in the machine's temporary folder. It is written and read at once, without waiting: a few hundred kilobytes go to the
 * memory that the system keeps of files, which takes less time than giving others a turn.
 */
export function scratchFile(): ScratchFile {
  const folder = mkdtempSync(join(tmpdir(), 'importera-scratch-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const file = openedOr(remove, join(folder, 'scratch'));
  // Without a name, nothing is left of it when this process is killed. Not every system takes the name of an open file.
  if (platform() !== 'win32') remove();
  let size = 0;
  let isOpen = true;
  // The system gives the number of a closed file to the next one, which is nobody's to write to.
  const check = (): void => {
    if (!isOpen) throw new Error('The scratch file is closed.');
  };
  return {
    append(bytes) {
      check();
      for (let done = 0; done < bytes.length;)
        done += writeSync(file, bytes, done, bytes.length - done, size + done);
      size += bytes.length;
    },
    read(at, into) {
      check();
      for (let done = 0; done < into.length;) {
        const read = readSync(file, into, done, into.length - done, at + done);
        if (read === 0) throw new Error('The scratch file is shorter than what was written to it.');
        done += read;
      }
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      closeSync(file);
      remove();
    },
  };
}

/** The number of a new file. @param undo called where it can not be opened: no number may be left, say. */
function openedOr(undo: () => void, path: string): number {
  try {
    return openSync(path, 'w+');
  } catch (error) {
    undo();
    throw error;
  }
}
