import { join } from 'node:path';
import { byHand } from './byHand.ts';
import { checkSame, makeCustomers } from './customerDatabase.ts';
import type { CompareOptions } from './compareDirect.ts';
import { importByServer, type ImportTimes } from './importClient.ts';
import { startProcess, type Usage } from './startProcess.ts';
import { writeCustomers } from './writeCustomers.ts';

const WORKERS = [1, 2, 4];

interface ServerRun extends ImportTimes {
  readonly server: Usage;
  readonly workers: readonly Usage[];
}

/** The same file through a server and 1, 2 and 4 worker processes, each beside a run by hand; and the memory of a tenth of it. */
export async function compareServer(options: CompareOptions): Promise<void> {
  const { rows } = options;
  for (const size of [rows / 10, rows]) {
    console.log(
      `# ${size} rows × 12 through a server and worker processes (2 cores: a process saturates one)`,
    );
    await writeCustomers(join(options.directory, `${size}.csv`), size);
    for (const workers of size === rows ? WORKERS : [1])
      await compareOne({ ...options, rows: size }, workers);
  }
}

async function compareOne(
  { url, directory, rows }: CompareOptions,
  workers: number,
): Promise<void> {
  const file = join(directory, `${rows}.csv`);
  const [hand, ours] = [`hand_s${rows}_${workers}`, `ours_s${rows}_${workers}`];
  await makeCustomers(url, hand, rows);
  const handMs = await byHand(url, hand, file);
  await makeCustomers(url, ours, rows);
  const run = await runServer({ url, databaseSchema: ours, file, workers });
  await checkSame(url, [hand, ours]);
  print({ rows, workers, handMs, run });
}

interface ServerOptions {
  readonly url: string;
  readonly databaseSchema: string;
  readonly file: string;
  readonly workers: number;
}

async function runServer({
  url,
  databaseSchema,
  file,
  workers,
}: ServerOptions): Promise<ServerRun> {
  const args = [url, databaseSchema];
  const server = await startProcess<{ readonly port: number }>('import.server.process.ts', args);
  const all = [];
  for (let n = 0; n < workers; n++) all.push(await startProcess('import.worker.process.ts', args));
  const times = await importByServer(server.ready.port, file);
  const usages: Usage[] = [];
  for (const worker of all) usages.push(await worker.stop());
  return { ...times, server: await server.stop(), workers: usages };
}

interface Printed {
  readonly rows: number;
  readonly workers: number;
  readonly handMs: number;
  readonly run: ServerRun;
}

function print({ rows, workers, handMs, run }: Printed): void {
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  const peaks = run.workers.map(({ peakMb }) => peakMb).join(', ');
  const cpu = run.workers.map(({ cpuMs }) => seconds(cpuMs)).join(', ');
  console.log(
    `${workers} ${workers === 1 ? 'worker' : 'workers'}: ${seconds(run.ms)} s (first rows written after ${seconds(run.planMs)} s), ` +
      `${Math.round(rows / (run.ms / 1000))} rows/s, by hand ${seconds(handMs)} s, ratio ${(run.ms / handMs).toFixed(2)}; ` +
      `CPU of workers ${cpu} s; peak memory: server ${run.server.peakMb} MB, workers ${peaks} MB`,
  );
}
