import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PGlite } from '@electric-sql/pglite';
import { sameRecords } from './chaosTargets.ts';
import type { ChaosOptions } from './onPostgres.ts';

/** Kills of the one process while it writes, and while it undoes. */
const KILLS = { run: 4, undo: 2 };
const ROWS = 4_000;
/** Milliseconds after which a life is no more waited for. */
const LONGEST_MS = 300_000;

/** What a life of the process told. */
interface Life {
  readonly killed: boolean;
  readonly records: readonly string[] | null;
  readonly end: readonly string[] | null;
}

/** The same import in one process on PGlite, twice: undisturbed, and killed while it writes and while it undoes. */
export async function onPglite({
  rows: most,
  tally,
  say,
}: Omit<ChaosOptions, 'kills'>): Promise<boolean> {
  const rows = Math.min(most, ROWS);
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'importera-chaos-')));
  const [calm = '', rough = ''] = folders;
  try {
    await (await PGlite.create(calm)).close();
    cpSync(calm, rough, { recursive: true });
    const undisturbed = await live(calm, rows, () => false);
    say(`PGlite, undisturbed: ${undisturbed.records?.length} records of ${rows} rows`);
    let records: readonly string[] | null = null;
    let end: readonly string[] | null = null;
    let kills = 0;
    while (end === null) {
      const isUndo = kills >= KILLS.run;
      const share = (kills + 1) / (KILLS.run + 1);
      const life = await live(rough, rows, ({ written, state }) =>
        isUndo
          ? kills < KILLS.run + KILLS.undo && state === 'undoing'
          : state === 'running' && written >= rows * share,
      );
      if (life.killed) {
        kills += 1;
        tally.kills += 1;
        say(`PGlite: killed while it ${isUndo ? 'undid' : 'wrote'}`);
      }
      records = life.records ?? records;
      end = life.end;
    }
    const equal =
      sameRecords(undisturbed.records ?? [], records ?? [], say) &&
      sameRecords(undisturbed.end ?? [], end, say);
    say(`PGlite: equal=${equal}`);
    return equal;
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the process, and kills it where it is so far. */
async function live(
  folder: string,
  rows: number,
  isTime: (at: { readonly written: number; readonly state: string }) => boolean,
): Promise<Life> {
  const path = new URL('single.process.ts', import.meta.url).pathname;
  const args = [...process.execArgv, path, folder, String(rows), String(Math.ceil(rows / 20))];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const longest = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
  let [written, state] = [0, ''];
  let records: readonly string[] | null = null;
  let end: readonly string[] | null = null;
  let killed = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const space = line.indexOf(' ');
    const [word, rest] = [line.slice(0, space), line.slice(space)];
    if (word === 'written') written = Number(rest);
    else if (word === 'state') state = rest.trim();
    else if (word === 'records') records = JSON.parse(rest) as readonly string[];
    else if (word === 'end') end = JSON.parse(rest) as readonly string[];
    if (word !== 'state' || killed || !isTime({ written, state })) continue;
    killed = true;
    child.kill('SIGKILL');
  }
  clearTimeout(longest);
  if (!killed && end === null) throw new Error('The process on PGlite ended before its time.');
  return { killed, records, end };
}
