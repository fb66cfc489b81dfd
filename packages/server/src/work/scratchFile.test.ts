import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { scratchFile } from './scratchFile.ts';

/** Bytes that tell where they come from. */
function bytesOf(n: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (n * 31 + i * 7 + (i >>> 8)) & 255);
}

test('what was added is read again, wherever it is, though the array it came in is used again', () => {
  const scratch = scratchFile();
  try {
    const all = [1, 2, 3].map((n) => bytesOf(n, 100_000));
    const piece = new Uint8Array(100_000);
    for (const bytes of all) {
      piece.set(bytes);
      scratch.append(piece);
    }
    const whole = Buffer.concat(all);
    for (const [at, length] of [
      [0, 10],
      [99_990, 20],
      [150_000, 150_000],
      [299_999, 1],
      [5, 0],
    ] as const) {
      const into = new Uint8Array(length);
      scratch.read(at, into);
      expect(Buffer.compare(into, whole.subarray(at, at + length))).toBe(0);
    }
    expect(() => scratch.read(299_999, new Uint8Array(2))).toThrow('shorter');
  } finally {
    scratch.close();
  }
});

test('leaves nothing behind, and touches no file any more once it is closed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'importera-test-'));
  vi.stubEnv('TMPDIR', folder);
  try {
    const scratch = scratchFile();
    scratch.append(Uint8Array.of(1));
    scratch.close();
    scratch.close();
    expect(readdirSync(folder)).toEqual([]);
    // The next file that is opened has the same number.
    const other = openSync(join(folder, 'other'), 'w+');
    expect(() => scratch.append(Uint8Array.of(1))).toThrow('closed');
    expect(() => scratch.read(0, new Uint8Array(1))).toThrow('closed');
    closeSync(other);
    expect(statSync(join(folder, 'other')).size).toBe(0);
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
});

// The length of a path is another elsewhere.
test.runIf(platform() === 'linux')(
  'leaves no folder behind where its file can not be opened',
  () => {
    const root = mkdtempSync(join(tmpdir(), 'importera-test-'));
    // So deep that the name of the folder still fits into a path, and that of the file does not.
    let deep = root;
    while (deep.length < 4_066)
      deep = join(deep, 'd'.repeat(Math.min(200, Math.max(1, 4_066 - deep.length - 1))));
    mkdirSync(deep, { recursive: true });
    vi.stubEnv('TMPDIR', deep);
    try {
      expect(() => scratchFile()).toThrow('ENAMETOOLONG');
      expect(readdirSync(deep)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      rmSync(root, { recursive: true });
    }
  },
);
