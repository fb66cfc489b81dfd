import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { removeLeftSpools } from './spoolFile.ts';

/** Spools a file in a process of its own, says where, and stays. */
const SCRIPT = `
  import { readdirSync } from 'node:fs';
  import { tmpdir } from 'node:os';
  import { spoolFile } from '${new URL('./spoolFile.ts', import.meta.url).href}';
  await spoolFile({ read: async function* () { yield Buffer.from('a,b'); } }, { tenant: 't', id: 'x' });
  const own = readdirSync(tmpdir()).find((name) => name.startsWith('importera-') && name.includes('-' + process.pid + '-'));
  console.log(tmpdir() + '/' + own);
  setInterval(() => undefined, 1_000);`;

test('copies of a process that was killed go at the next start, those of one that lives stay', async () => {
  const args = ['--conditions=importera-source', '--input-type=module', '-e', SCRIPT];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  try {
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const folder = said.toString().trim();
    await removeLeftSpools();
    expect(existsSync(`${folder}/file`)).toBe(true);
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(`${folder}/file`)).toBe(true);
    await removeLeftSpools();
    expect(existsSync(folder)).toBe(false);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}, 60_000);
