import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';

const ROWS = 4_000;

/** Runs server and worker in a process; kills it once so many rows have an outcome. What it printed at its end, if it got there. */
function runProcess(folder: string, killAt: number): Promise<string | null> {
  const script = fileURLToPath(new URL('./single.process.fixture.ts', import.meta.url));
  const args = ['--conditions=importera-source', script, folder, String(ROWS)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve) => {
    let text = '';
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      const counts = [...text.matchAll(/^outcomes (\d+)$/gm)].map(([, count]) => Number(count));
      if (Math.max(0, ...counts) >= killAt) child.kill('SIGKILL');
    });
    child.once('close', () => resolve(/^end (.*)$/m.exec(text)?.[1] ?? null));
  });
}

test(
  'a single process on PGlite that is killed goes on at its next start, to the same end',
  { timeout: 400_000 },
  async () => {
    const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'importera-kill-')));
    const [rough = '', calm = ''] = folders;
    try {
      // To make a database takes longer than the import: both begin with the same empty one.
      await (await PGlite.create(rough)).close();
      cpSync(rough, calm, { recursive: true });
      const disturbed = async (): Promise<string | null> => {
        expect(await runProcess(rough, ROWS / 4)).toBe(null);
        return await runProcess(rough, Number.POSITIVE_INFINITY);
      };
      const [ended, undisturbed] = await Promise.all([
        disturbed(),
        runProcess(calm, Number.POSITIVE_INFINITY),
      ]);
      expect(undisturbed).toContain(`"records":${ROWS}`);
      expect(JSON.parse(ended ?? 'null')).toEqual(JSON.parse(undisturbed ?? ''));
    } finally {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    }
  },
);
