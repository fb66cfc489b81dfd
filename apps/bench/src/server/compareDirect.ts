import { join } from 'node:path';
import { median } from '../pairedRuns.ts';
import { byHand } from './byHand.ts';
import { checkSame, makeCustomers } from './customerDatabase.ts';
import { runProcess } from './runProcess.ts';
import { writeCustomers } from './writeCustomers.ts';

export interface CompareOptions {
  readonly url: string;
  /** For the file. */
  readonly directory: string;
  readonly rows: number;
  readonly runs: number;
}

interface DirectResult {
  readonly ms: number;
  readonly profileMs: number;
  readonly peakMb: number;
  readonly cpuMs: number;
}

/** The engine and the adapter in one process against COPY and one statement by hand, in turns on the same tables. */
export async function compareDirect({ url, directory, rows, runs }: CompareOptions): Promise<void> {
  const file = join(directory, `${rows}.csv`);
  await writeCustomers(file, rows);
  console.log(
    `# ${rows} rows × 12: engine and adapter in one process, against COPY and INSERT … ON CONFLICT`,
  );
  const pairs: (readonly [ours: DirectResult, hand: number])[] = [];
  for (let n = 0; n < runs; n++) {
    await makeCustomers(url, `hand_${rows}_${n}`, rows);
    const hand = await byHand(url, `hand_${rows}_${n}`, file);
    await makeCustomers(url, `ours_${rows}_${n}`, rows);
    const ours = await runProcess<DirectResult>('direct.process.ts', [
      url,
      `ours_${rows}_${n}`,
      file,
    ]);
    await checkSame(url, [`hand_${rows}_${n}`, `ours_${rows}_${n}`]);
    pairs.push([ours, hand]);
    print(`run ${n + 1}`, rows, ours, hand);
  }
  const middle = median(pairs.map(([ours, hand]) => ours.ms / hand));
  console.log(`ratio (median of ${runs}): ${middle.toFixed(2)}`);
}

function print(name: string, rows: number, ours: DirectResult, hand: number): void {
  const rate = Math.round(rows / (ours.ms / 1000));
  console.log(
    `${name}: ours ${(ours.ms / 1000).toFixed(1)} s (${rate} rows/s; reading it through first ${(ours.profileMs / 1000).toFixed(1)} s; ` +
      `CPU ${(ours.cpuMs / 1000).toFixed(1)} s), by hand ${(hand / 1000).toFixed(1)} s, ratio ${(ours.ms / hand).toFixed(2)}, ` +
      `peak ${ours.peakMb} MB`,
  );
}
